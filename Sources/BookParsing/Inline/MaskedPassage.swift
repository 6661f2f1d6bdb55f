/// A passage with each formula replaced by a mark that means nothing to CommonMark, and the way back.
///
/// The mark is the number of the formula between two noncharacters, U+FDD0 and U+FDD1: neither blank nor
/// punctuation, so that emphasis around a formula works as around a word. A noncharacter of the source
/// becomes a mark of its own.
struct MaskedPassage {
    enum Replaced {
        case formula(Formula)
        /// Text of the source that looks like a mark.
        case text(Range<Int>)

        var range: Range<Int> {
            switch self {
            case .formula(let formula): formula.range
            case .text(let range): range
            }
        }
    }

    let passage: Passage
    let scan: InlineScan
    private(set) var bytes: [UInt8] = []
    private(set) var replaced: [Replaced] = []
    /// Where pieces of `bytes` start, and the offset in the passage of what stands there.
    private var pieces: [(offset: Int, original: Int)] = []

    static let open: [UInt8] = [0xEF, 0xB7, 0x90]
    static let close: [UInt8] = [0xEF, 0xB7, 0x91]

    init(_ passage: Passage) {
        self.passage = passage
        scan = InlineScan(passage.bytes)
        var marks = scan.formulas.map(Replaced.formula)
        marks += Self.noncharacters(in: passage.bytes, outside: scan.formulas.map(\.range)).map(Replaced.text)
        replaced = marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var end = 0
        for (number, mark) in replaced.enumerated() {
            pieces.append((bytes.count, end))
            bytes += passage.bytes[end..<mark.range.lowerBound]
            pieces.append((bytes.count, mark.range.lowerBound))
            bytes += Self.open + Array(String(number).utf8) + Self.close
            end = mark.range.upperBound
        }
        pieces.append((bytes.count, end))
        bytes += passage.bytes[end...]
    }

    private static func noncharacters(in bytes: [UInt8], outside formulas: [Range<Int>]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var formulas = formulas[...]
        var index = 0
        while index + 2 < bytes.count {
            while let formula = formulas.first, formula.upperBound <= index { formulas.removeFirst() }
            let isMark =
                bytes[index] == open[0] && bytes[index + 1] == open[1]
                && (bytes[index + 2] == open[2] || bytes[index + 2] == close[2])
            if isMark, formulas.first?.contains(index) != true { found.append(index..<index + 3) }
            index += isMark ? 3 : 1
        }
        return found
    }

    /// The offset in the passage of `offset`; a place inside a mark is the formula's first byte.
    func original(of offset: Int) -> Int {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].offset <= offset { low = middle } else { high = middle }
        }
        // Pieces alternate: text, mark, text, …
        let isMark = low % 2 == 1
        return pieces[low].original + (isMark ? 0 : offset - pieces[low].offset)
    }

    /// The number of the mark that starts at `index` in `text`, and its end.
    static func mark(in text: [UInt8], at index: Int) -> (number: Int, end: Int)? {
        guard text[index] == open[0], text[index...].starts(with: open) else { return nil }
        var end = index + open.count
        var number = 0
        while end < text.count, text[end].isDigit {
            number = number * 10 + Int(text[end] - UInt8(ascii: "0"))
            end += 1
        }
        return text[end...].starts(with: close) ? (number, end + close.count) : nil
    }

    /// Text that libcmark gave back, with the source of each formula in the place of its mark.
    func restored(_ text: [UInt8]) -> [UInt8] {
        guard !replaced.isEmpty, text.contains(Self.open[0]) else { return text }
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            if let mark = Self.mark(in: text, at: index), replaced.indices.contains(mark.number) {
                result += passage.bytes[replaced[mark.number].range]
                index = mark.end
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }
}
