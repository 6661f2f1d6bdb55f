import FoundationEssentials
import LinearAlgebra

extension Dataset {
    /// Reads a file whose first line names the columns; one column holds the class, all others hold numbers.
    ///
    /// - Throws: `DataError` with the line and column of the first fault.
    public static func read(
        csv url: URL, classColumn: String, classNames: ClassNames
    ) throws(DataError) -> Dataset {
        try Dataset(table: CSVTable(contentsOf: url), classColumn: classColumn, classNames: classNames)
    }

    /// - Throws: `DataError` with the line and column of the first fault.
    public init(table: CSVTable, classColumn: String, classNames: ClassNames) throws(DataError) {
        let header = table.lines[0]
        let names = header.map(\.text)
        for (index, field) in header.enumerated() where names[..<index].contains(field.text) {
            throw table.error(.repeatedColumn(field.text), at: field)
        }
        guard let classIndex = names.firstIndex(of: classColumn) else {
            throw table.error(.missingColumn(classColumn, found: names), at: header[0])
        }
        guard table.lines.count > 1 else { throw table.error(.noRows, at: header[0]) }
        try self.init(
            table: table, rows: table.lines[1...], names: names, classIndex: classIndex,
            classNames: classNames
        ) { (text: String) -> Label? in
            switch text {
            case classNames.positive: .positive
            case classNames.negative: .negative
            default: nil
            }
        }
    }

    /// Numbers in all columns but one, whose text `label` understands.
    init(
        table: CSVTable, rows: ArraySlice<[CSVTable.Field]>, names: [String], classIndex: Int,
        classNames: ClassNames, expected: [String]? = nil, label: (String) -> Label?
    ) throws(DataError) {
        var elements: [Double] = []
        elements.reserveCapacity(rows.count * (names.count - 1))
        var labels: [Label] = []
        for fields in rows {
            for (index, field) in fields.enumerated() where index != classIndex {
                elements.append(try table.number(in: field, named: names[index]))
            }
            let field = fields[classIndex]
            guard let label = label(field.text) else {
                let expected = expected ?? ["'\(classNames.positive)'", "'\(classNames.negative)'"]
                let fault = CSVFault.unknownClass(field.text, column: names[classIndex], expected: expected)
                throw table.error(fault, at: field)
            }
            labels.append(label)
        }
        let columns = names.count - 1
        let features = Matrix<Double>(unsafeUninitializedRows: labels.count, columns: columns) { buffer in
            _ = buffer.initialize(fromContentsOf: elements)
        }
        let columnNames = names.enumerated().filter { $0.offset != classIndex }.map(\.element)
        try self.init(features: features, labels: labels, columnNames: columnNames, classNames: classNames)
    }
}
