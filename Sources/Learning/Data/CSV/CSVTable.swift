import FoundationEssentials

/// A text file of comma-separated values (RFC 4180), with the place of every field.
///
/// Line ends are LF or CR LF, a byte order mark at the start is skipped, blank lines are skipped. Every line
/// has as many fields as the first one.
public struct CSVTable: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        public let text: String
        /// Counted from 1.
        public let line: Int
        /// Of the first character of the field, counted from 1 in Unicode scalars.
        public let column: Int
    }

    /// The name that errors give.
    public let file: String
    public let lines: [[Field]]

    /// Reads a file.
    ///
    /// - Parameter skippingFirstLine: leaves out a first line that is not part of the table.
    /// - Throws: `DataError`.
    public init(contentsOf url: URL, skippingFirstLine: Bool = false) throws(DataError) {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: url)
        } catch {
            let exists = FileManager.default.fileExists(atPath: url.path)
            throw .cannotRead(file: url.path, reason: exists ? "reading failed" : "there is no such file")
        }
        try self.init(bytes: Array(bytes), file: url.path, skippedLines: skippingFirstLine ? 1 : 0)
    }

    /// Reads a text.
    ///
    /// - Throws: `DataError.malformed`.
    public init(text: String, file: String) throws(DataError) {
        try self.init(bytes: Array(text.utf8), file: file)
    }

    private init(bytes: [UInt8], file: String, skippedLines: Int = 0) throws(DataError) {
        var scanner = CSVScanner(bytes: bytes, file: file)
        let lines = Array(try scanner.lines().dropFirst(skippedLines))
        guard let first = lines.first else { throw .malformed(file: file, line: 1, column: 1, .empty) }
        for line in lines where line.count != first.count {
            let fault = CSVFault.fieldCount(line.count, expected: first.count)
            // The first field too many, or the last one there is.
            let place = line.count > first.count ? line[first.count] : line[line.count - 1]
            throw .malformed(file: file, line: place.line, column: place.column, fault)
        }
        self.file = file
        self.lines = lines
    }

    /// An error at a field.
    func error(_ fault: CSVFault, at field: Field) -> DataError {
        .malformed(file: file, line: field.line, column: field.column, fault)
    }

    /// The finite number in a field.
    func number(in field: Field, named name: String) throws(DataError) -> Double {
        let text = field.text
        if text.isEmpty { throw error(.missingValue(column: name), at: field) }
        guard let value = Double(text) else { throw error(.notANumber(text, column: name), at: field) }
        guard value.isFinite else { throw error(.notFinite(text, column: name), at: field) }
        return value
    }
}
