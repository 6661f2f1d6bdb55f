/// A line `//| …` in the bytes of a file as they are, line ends included.
struct OptionLine {
    /// The whole line without its end.
    let line: Range<Int>
    /// The YAML in it: behind the marker and one blank.
    let yaml: Range<Int>
    /// Where the next line starts.
    let next: Int

    /// The lines of a file, counted from 0; a line ends with CR, LF or both, as it does for the parser.
    static func lines(of file: [UInt8]) -> [(line: Range<Int>, next: Int)] {
        var lines: [(line: Range<Int>, next: Int)] = []
        var start = 0
        var offset = 0
        while offset < file.count {
            let byte = file[offset]
            offset += 1
            guard byte == .lineFeed || byte == UInt8(ascii: "\r") else { continue }
            let end = offset - 1
            if byte == UInt8(ascii: "\r"), offset < file.count, file[offset] == .lineFeed { offset += 1 }
            lines.append((start..<end, offset))
            start = offset
        }
        lines.append((start..<file.count, file.count))
        return lines
    }

    /// - Returns: `nil` when the line does not start with the marker.
    init?(_ line: Range<Int>, next: Int, in file: [UInt8]) {
        let start = file[line].firstIndex { !$0.isBlank } ?? line.upperBound
        guard file[start..<line.upperBound].starts(with: "//|".utf8) else { return nil }
        let marker = start + 3
        let hasBlank = marker < line.upperBound && file[marker] == UInt8(ascii: " ")
        self.line = line
        self.next = next
        yaml = (hasBlank ? marker + 1 : marker)..<line.upperBound
    }
}
