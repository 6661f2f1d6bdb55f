/// Reads lines of numbers.
struct CSVNumbers<Element: Scalar> {
    private(set) var elements: [Element] = []
    private(set) var rowCount = 0
    private(set) var columnCount = 0

    /// - Parameter skippedLines: lines at the start that hold no numbers, such as a header.
    init(_ bytes: UnsafeRawBufferPointer, path: String?, skippedLines: Int) throws(CSVError) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? UnsafeRawBufferPointer(rebasing: bytes[3...]) : bytes
        var lineNumber = 0
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            lineNumber += 1
            let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            // Blank lines stand at the end of many files, and between blocks.
            if lineNumber <= skippedLines || content.allSatisfy({ $0 == UInt8(ascii: " ") }) { continue }
            do {
                try read(content)
            } catch {
                throw .malformed(path: path, line: lineNumber, column: error.column, error.fault)
            }
        }
        if rowCount == 0 { throw .malformed(path: path, line: max(lineNumber, 1), column: 1, .empty) }
    }

    private struct LineFault: Error {
        let column: Int
        let fault: CSVError.Fault
    }

    private mutating func read(_ line: Slice<UnsafeRawBufferPointer>) throws(LineFault) {
        guard let text = String(validating: line, as: UTF8.self) else {
            throw LineFault(column: 1, fault: .notUTF8)
        }
        var column = 1
        var count = 0
        for field in text.split(separator: ",", omittingEmptySubsequences: false) {
            let start = column + field.prefix { $0 == " " }.count
            let number = field.trimmingSpaces()
            guard let value = Element(String(number)) else {
                throw LineFault(column: start, fault: .notANumber(String(number)))
            }
            elements.append(value)
            count += 1
            column += field.count + 1
        }
        if rowCount == 0 { columnCount = count }
        guard count == columnCount else {
            throw LineFault(column: 1, fault: .numberCount(count, expected: columnCount))
        }
        rowCount += 1
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}
