/// A line of a pipe table: the text of its entries, without the blanks around them.
///
/// A pipe separates entries unless a backslash escapes it or it stands in a code span or a formula of the
/// same line.
struct PipeRow {
    let entries: [Passage]
    private let bytes: [UInt8]
    /// The code spans and formulas of the line, in order.
    private let spans: [Range<Int>]

    init(_ passage: Passage, _ line: Range<Int>) {
        let row = passage[passage.trimmed(line)]
        bytes = row.bytes
        let scan = InlineScan(bytes)
        spans = (scan.codeSpans + scan.formulas.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
        let escapes = Self.escapedPipes(in: scan.codeSpans, of: bytes)
        var rest = escapes[...]
        entries = Self.split(bytes, spans).map { offsets in
            let inside = rest.prefix { $0 < offsets.upperBound }
            rest = rest.dropFirst(inside.count)
            return Self.entry(row, row.trimmed(offsets), escapes: inside)
        }
    }

    /// The stretches between pipes; the pipes at both ends may be left out.
    private static func split(_ bytes: [UInt8], _ spans: [Range<Int>]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = bytes.first == .pipe ? 1 : 0
        var index = start
        var next = spans[...]
        while index < bytes.count {
            while let span = next.first, span.lowerBound < index { next = next.dropFirst() }
            if let span = next.first, span.lowerBound == index {
                index = span.upperBound
            } else if bytes[index] == .backslash {
                index = min(index + 2, bytes.count)
            } else {
                if bytes[index] == .pipe {
                    parts.append(start..<index)
                    start = index + 1
                }
                index += 1
            }
        }
        let isClosed = !parts.isEmpty && start == bytes.count
        return isClosed ? parts : parts + [min(start, bytes.count)..<bytes.count]
    }

    /// The backslashes of `\|` in code spans: there CommonMark knows no escapes, so they are taken out.
    private static func escapedPipes(in spans: [Range<Int>], of bytes: [UInt8]) -> [Int] {
        spans.flatMap { span in
            span.dropLast().filter { bytes[$0] == .backslash && bytes[$0 + 1] == .pipe }
        }
    }

    private static func entry(_ row: Passage, _ offsets: Range<Int>, escapes: ArraySlice<Int>) -> Passage {
        var entry = Passage()
        var start = offsets.lowerBound
        for escape in escapes where offsets.contains(escape) {
            entry.append(row.bytes[start..<escape], fileOffset: row.fileOffset(of: start))
            start = escape + 1
        }
        entry.append(row.bytes[start..<offsets.upperBound], fileOffset: row.fileOffset(of: start))
        return entry
    }
}
