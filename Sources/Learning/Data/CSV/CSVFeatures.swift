import LinearAlgebra

/// The features of a table, and the rows that they come from.
struct CSVFeatures {
    let features: Matrix<Double>
    let columnNames: [String]
    /// The rows that were read, in their order.
    let rows: [[CSVTable.Field]]

    private enum Column {
        case skipped
        case number(String)
        case categories(String, [String])

        var names: [String] {
            switch self {
            case .skipped: []
            case .number(let name): [name]
            case .categories(let name, let categories): categories.map { "\(name)=\($0)" }
            }
        }
    }

    /// - Parameters:
    ///   - names: one a column of the table.
    ///   - classIndex: the column that holds no feature.
    /// - Throws: `DataError` with the line and column of the first fault.
    init(
        _ table: CSVTable, rows: ArraySlice<[CSVTable.Field]>, names: [String], classIndex: Int,
        reading: CSVReading
    ) throws(DataError) {
        for name in (Array(reading.categories.keys) + reading.ignored).sorted() where !names.contains(name) {
            throw table.error(.missingColumn(name, found: names), at: table.lines[0][0])
        }
        let columns = names.enumerated().map { index, name -> Column in
            if index == classIndex || reading.ignored.contains(name) { return .skipped }
            switch reading.categories[name] {
            case nil: return .number(name)
            case .listed(let listed): return .categories(name, listed)
            case .found:
                let found = Set(rows.map { $0[index].text }).subtracting(reading.missingTexts)
                return .categories(name, found.sorted())
            }
        }
        var elements: [Double] = []
        var read: [[CSVTable.Field]] = []
        for fields in rows {
            let missing = Self.missing(in: fields, columns, classIndex, reading)
            if let missing, reading.missing == .refused {
                throw table.error(.missingValue(column: names[missing]), at: fields[missing])
            }
            guard missing == nil else { continue }
            read.append(fields)
            for (field, column) in zip(fields, columns) {
                try Self.append(field, column, table, to: &elements)
            }
        }
        let width = columns.reduce(0) { $0 + $1.names.count }
        features = Matrix(unsafeUninitializedRows: read.count, columns: width) { buffer in
            _ = buffer.initialize(fromContentsOf: elements)
        }
        columnNames = columns.flatMap(\.names)
        self.rows = read
    }

    /// The first column whose value is missing.
    private static func missing(
        in fields: [CSVTable.Field], _ columns: [Column], _ classIndex: Int, _ reading: CSVReading
    ) -> Int? {
        fields.indices.first { index in
            let text = fields[index].text
            guard reading.missingTexts.contains(text) else { return false }
            switch columns[index] {
            // A class may be called by any text: the reader of classes decides, unless rows are dropped.
            case .skipped: return index == classIndex && reading.missing == .rowDropped
            case .number: return true
            case .categories(_, let categories): return !categories.contains(text)
            }
        }
    }

    private static func append(
        _ field: CSVTable.Field, _ column: Column, _ table: CSVTable, to elements: inout [Double]
    ) throws(DataError) {
        switch column {
        case .skipped: break
        case .number(let name): elements.append(try table.number(in: field, named: name))
        case .categories(let name, let categories):
            guard categories.contains(field.text) else {
                let expected = categories.map { "'\($0)'" }
                throw table.error(
                    .unknownCategory(field.text, column: name, expected: expected), at: field)
            }
            elements += categories.map { $0 == field.text ? 1 : 0 }
        }
    }
}
