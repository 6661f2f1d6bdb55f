import BookModel

/// The bytes of a file in lines, with line feeds only.
struct SourceText {
    let bytes: [UInt8]
    /// The offset of the first byte of each line.
    private let lineStarts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == .lineFeed {
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    var lineCount: Int { lineStarts.count }

    /// The offsets of line `number`, counted from 1, without its line feed; empty past the end.
    func line(_ number: Int) -> Range<Int> {
        guard number <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = lineStarts[max(number, 1) - 1]
        let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        return start..<end
    }

    /// The offsets of line `number` without the blanks at its end.
    func trimmedLine(_ number: Int) -> Range<Int> {
        let line = line(number)
        var end = line.upperBound
        while end > line.lowerBound, bytes[end - 1].isBlank { end -= 1 }
        return line.lowerBound..<end
    }

    func isBlank(_ number: Int) -> Bool {
        bytes[line(number)].allSatisfy(\.isBlank)
    }

    func string(_ offsets: Range<Int>) -> String {
        String(decoding: bytes[offsets], as: UTF8.self)
    }

    func offset(of position: SourcePosition) -> Int {
        line(position.line).lowerBound + position.column - 1
    }

    func position(of offset: Int) -> SourcePosition {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1)
    }

    /// The range that covers the bytes at `offsets`, at least one.
    func range(_ offsets: Range<Int>) -> SourceRange {
        let last = max(offsets.lowerBound, offsets.upperBound - 1)
        return SourceRange(start: position(of: offsets.lowerBound), end: position(of: last))
    }

    /// The range from `start` to the last byte of the lines up to `line`, blank lines and blanks at the end
    /// left out.
    func range(from start: SourcePosition, throughLine line: Int) -> SourceRange {
        var last = max(min(line, lineCount), start.line)
        while last > start.line, isBlank(last) { last -= 1 }
        let end = trimmedLine(last)
        return SourceRange(
            start: start,
            end: max(start, SourcePosition(line: last, column: max(end.count, 1))))
    }
}
