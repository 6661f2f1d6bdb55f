import FoundationEssentials
import LinearAlgebra

extension Dataset {
    /// Reads a file whose first line names the columns; one column holds the class, all others features.
    ///
    /// - Throws: `DataError` with the line and column of the first fault.
    public static func read(
        csv url: URL, classColumn: String, classNames: ClassNames, reading: CSVReading = CSVReading()
    ) throws(DataError) -> Dataset {
        try Dataset(
            table: CSVTable(contentsOf: url), classColumn: classColumn, classNames: classNames,
            reading: reading)
    }

    /// - Throws: `DataError` with the line and column of the first fault.
    public init(
        table: CSVTable, classColumn: String, classNames: ClassNames, reading: CSVReading = CSVReading()
    ) throws(DataError) {
        let header = try table.header(classColumn: classColumn)
        try self.init(
            table: table, rows: table.lines[1...], names: header.names, classIndex: header.classIndex,
            classNames: classNames, reading: reading
        ) { (text: String) -> Label? in
            switch text {
            case classNames.positive: .positive
            case classNames.negative: .negative
            default: nil
            }
        }
    }

    /// Features in all columns but one, whose text `label` understands.
    init(
        table: CSVTable, rows: ArraySlice<[CSVTable.Field]>, names: [String], classIndex: Int,
        classNames: ClassNames, expected: [String]? = nil, reading: CSVReading = CSVReading(),
        label: (String) -> Label?
    ) throws(DataError) {
        let read = try CSVFeatures(table, rows: rows, names: names, classIndex: classIndex, reading: reading)
        let expected = expected ?? ["'\(classNames.positive)'", "'\(classNames.negative)'"]
        let labels = try table.classes(
            of: read.rows, classIndex: classIndex, named: names[classIndex], expected: expected, label)
        try self.init(
            features: read.features, labels: labels, columnNames: read.columnNames, classNames: classNames)
    }
}

extension MulticlassDataset {
    /// Reads a file whose first line names the columns; one column holds the class, all others features.
    ///
    /// - Parameter classNames: the texts of the classes, in the order of their numbers.
    /// - Throws: `DataError` with the line and column of the first fault.
    public static func read(
        csv url: URL, classColumn: String, classNames: [String], reading: CSVReading = CSVReading()
    ) throws(DataError) -> MulticlassDataset {
        try MulticlassDataset(
            table: CSVTable(contentsOf: url), classColumn: classColumn, classNames: classNames,
            reading: reading)
    }

    /// - Throws: `DataError` with the line and column of the first fault.
    public init(
        table: CSVTable, classColumn: String, classNames: [String], reading: CSVReading = CSVReading()
    ) throws(DataError) {
        let header = try table.header(classColumn: classColumn)
        let read = try CSVFeatures(
            table, rows: table.lines[1...], names: header.names, classIndex: header.classIndex,
            reading: reading)
        let classes = try table.classes(
            of: read.rows, classIndex: header.classIndex, named: classColumn,
            expected: classNames.map { "'\($0)'" }
        ) { classNames.firstIndex(of: $0) }
        try self.init(
            features: read.features, classes: classes, columnNames: read.columnNames, classNames: classNames)
    }
}

extension CSVTable {
    /// The names in the first line, and which of them is the class.
    fileprivate func header(
        classColumn: String
    ) throws(DataError) -> (names: [String], classIndex: Int) {
        let header = lines[0]
        let names = header.map(\.text)
        for (index, field) in header.enumerated() where names[..<index].contains(field.text) {
            throw error(.repeatedColumn(field.text), at: field)
        }
        guard let classIndex = names.firstIndex(of: classColumn) else {
            throw error(.missingColumn(classColumn, found: names), at: header[0])
        }
        guard lines.count > 1 else { throw error(.noRows, at: header[0]) }
        return (names, classIndex)
    }

    /// The class of each row.
    func classes<Class>(
        of rows: [[Field]], classIndex: Int, named name: String, expected: [String],
        _ read: (String) -> Class?
    ) throws(DataError) -> [Class] {
        var classes: [Class] = []
        for fields in rows {
            let field = fields[classIndex]
            guard let value = read(field.text) else {
                throw error(.unknownClass(field.text, column: name, expected: expected), at: field)
            }
            classes.append(value)
        }
        return classes
    }
}
