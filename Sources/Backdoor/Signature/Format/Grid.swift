import LinearAlgebra

/// The numbers that the d columns of a data set can hold, and how many low bits of each may be used.
///
///     let grid = try Grid(.double, lowBits: 9, columns: 61)
///
/// What is stated here must be true of the inputs that reach the model: a step that rounds on the way, such as
/// writing text with fewer digits or standardising before the low bits are read, destroys them.
public struct Grid: Hashable, Sendable {
    /// One column's format, and how many of its lowest bits may carry something.
    public struct Column: Hashable, Sendable, Codable {
        public let format: NumberFormat
        public let lowBits: Int

        /// - Parameter lowBits: from 0, which leaves the column alone, to the format's `bitCapacity`.
        public init(_ format: NumberFormat, lowBits: Int) {
            self.format = format
            self.lowBits = lowBits
        }
    }

    /// d columns.
    public let columns: [Column]

    /// - Throws: `GridError` where a format makes no sense or has fewer low bits than are to be used.
    public init(columns: [Column]) throws(GridError) {
        guard !columns.isEmpty else { throw .noColumns }
        for (index, column) in columns.enumerated() {
            if let fault = column.format.fault { throw .format(fault, column: index) }
            guard (0...column.format.bitCapacity).contains(column.lowBits) else {
                throw .lowBits(
                    column.lowBits, column: index, format: column.format,
                    capacity: column.format.bitCapacity)
            }
        }
        self.columns = columns
    }

    /// The same format for all of d columns.
    ///
    /// - Throws: as the other initialiser.
    public init(_ format: NumberFormat, lowBits: Int, columns count: Int) throws(GridError) {
        try self.init(columns: (0..<max(0, count)).map { _ in Column(format, lowBits: lowBits) })
    }

    /// d.
    public var columnCount: Int { columns.count }

    /// The low bits of all columns together.
    public var bitCount: Int { columns.reduce(0) { $0 + $1.lowBits } }

    /// Checks that n × d numbers are numbers of their columns' formats.
    ///
    /// - Throws: `GridError.columnCount`, or `GridError.offGrid` at the first number, row by row, that is not.
    public func require(_ rows: Matrix<Double>) throws(GridError) {
        _ = try map(rows) { $0.code(of: $1) == nil ? nil : $1 }
    }

    /// Moves n × d numbers to the closest ones of their columns' formats, as storing them does.
    ///
    /// - Throws: `GridError.columnCount`, or `GridError.offGrid` at the first number that is not finite or out
    ///   of range.
    public func rounding(_ rows: Matrix<Double>) throws(GridError) -> Matrix<Double> {
        try map(rows) { $0.nearest(to: $1) }
    }

    /// What keeps a single input of d numbers from being on the grid.
    func fault(of input: Vector<Double>) -> GridError? {
        guard input.count == columnCount else { return .columnCount(input.count, expected: columnCount) }
        for (index, column) in columns.enumerated() where column.format.code(of: input[index]) == nil {
            return .offGrid(value: "\(input[index])", row: nil, column: index, format: column.format)
        }
        return nil
    }

    private func map(
        _ rows: Matrix<Double>, _ move: (NumberFormat, Double) -> Double?
    ) throws(GridError) -> Matrix<Double> {
        guard rows.columnCount == columnCount else {
            throw .columnCount(rows.columnCount, expected: columnCount)
        }
        var moved = rows
        for row in 0..<rows.rowCount {
            for (index, column) in columns.enumerated() {
                let value = rows[row, index]
                guard let result = move(column.format, value) else {
                    throw .offGrid(value: "\(value)", row: row, column: index, format: column.format)
                }
                moved[row, index] = result
            }
        }
        return moved
    }
}

extension Grid: Codable {
    private enum CodingKeys: String, CodingKey { case columns }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(columns: container.decode([Column].self, forKey: .columns))
    }
}
