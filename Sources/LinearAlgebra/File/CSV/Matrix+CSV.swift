extension Matrix {
    /// Reads a file of numbers between commas, one row a line, as `numpy.savetxt(…, delimiter=",")` writes it.
    ///
    /// Line ends are LF or CR LF; blank lines are skipped; `nan` and `inf` are numbers. Columns with names or
    /// categories are for `Dataset.read` of Learning.
    ///
    /// - Parameter skippingLines: how many lines at the start hold no numbers, such as a header.
    /// - Throws: `CSVError` with the line and column of the first fault.
    public init(csv path: String, skippingLines: Int = 0) throws(CSVError) {
        self = try FileBytes.reading(path, wrap: CSVError.file) { bytes throws(CSVError) in
            try Matrix(CSVNumbers(bytes, path: path, skippedLines: skippingLines))
        }
    }

    /// Reads a text of such numbers.
    public init(csvText text: String, skippingLines: Int = 0) throws(CSVError) {
        let result = Array(text.utf8).withUnsafeBytes { bytes in
            Result { () throws(CSVError) in
                try Matrix(CSVNumbers(bytes, path: nil, skippedLines: skippingLines))
            }
        }
        self = try result.get()
    }

    private init(_ numbers: CSVNumbers<Element>) {
        self.init(
            rowCount: numbers.rowCount, columnCount: numbers.columnCount, storage: numbers.elements, base: 0,
            stride: numbers.columnCount)
    }

    /// The numbers between commas, one row a line, each as short as it can be to come back the same.
    public var csvText: String {
        (0..<rowCount).map { row in
            self.row(row).map { "\($0)" }.joined(separator: ",") + "\n"
        }.joined()
    }

    /// Writes a file of numbers between commas, one row a line.
    public func writeCSV(to path: String) throws(CSVError) {
        let result = Array(csvText.utf8).withUnsafeBytes { bytes in
            Result { () throws(FileError) in try FileBytes.write([bytes], to: path) }
        }
        do {
            try result.get()
        } catch {
            throw .file(error)
        }
    }
}

extension Matrix {
    /// The rows as arrays.
    public var rowArrays: [[Element]] { (0..<rowCount).map { row($0).elements } }
}
