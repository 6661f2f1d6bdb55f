import FoundationEssentials

/// The real data that the chapters use; `Chapters/Data/README.md` says where each file comes from.
extension Dataset {
    /// The folder `Chapters/Data` of the book whose root is in the environment variable `BOOK_ROOT`.
    ///
    /// - Throws: `DataError.noBookRoot`.
    public static func bookFolder() throws(DataError) -> URL {
        guard let root = ProcessInfo.processInfo.environment["BOOK_ROOT"], !root.isEmpty else {
            throw .noBookRoot
        }
        return URL(filePath: root).appending(path: "Chapters/Data")
    }

    /// 1000 loan applicants with 61 columns; positive: the loan was good.
    ///
    /// - Parameter folder: where `german-credit.csv` is; by default the book's data.
    /// - Throws: `DataError`.
    public static func germanCredit(in folder: URL? = nil) throws(DataError) -> Dataset {
        try read(
            csv: file("german-credit.csv", in: folder), classColumn: "Class",
            classNames: ClassNames(negative: "Bad", positive: "Good"))
    }

    /// 1797 handwritten digits, 8 × 8 pixels from 0 to 16, row by row.
    ///
    /// - Parameters:
    ///   - folder: where `digits.csv` is; by default the book's data.
    ///   - classNames: what the two classes are called.
    ///   - isPositive: the digits of the positive class; by default those from 5 on.
    /// - Throws: `DataError`.
    public static func digits(
        in folder: URL? = nil, classNames: ClassNames = ClassNames(negative: "0 to 4", positive: "5 to 9"),
        isPositive: (Int) -> Bool = { $0 >= 5 }
    ) throws(DataError) -> Dataset {
        let (table, names) = try digitTable(in: folder)
        return try Dataset(
            table: table, rows: table.lines[...], names: names, classIndex: names.count - 1,
            classNames: classNames, expected: ["a digit"]
        ) { text in digit(text).map { isPositive($0) ? .positive : .negative } }
    }

    /// The file of digits, without a header, and the names of its columns.
    fileprivate static func digitTable(in folder: URL?) throws(DataError) -> (CSVTable, [String]) {
        let table = try CSVTable(contentsOf: file("digits.csv", in: folder))
        let pixels = table.lines[0].indices.dropLast().map { "pixel \($0 / 8),\($0 % 8)" }
        return (table, pixels + ["digit"])
    }

    fileprivate static func digit(_ text: String) -> Int? {
        Int(text).flatMap { (0...9).contains($0) ? $0 : nil }
    }

    /// 569 tumours with 30 measurements of their cells; positive: benign.
    ///
    /// - Parameter folder: where `breast-cancer.csv` is; by default the book's data.
    /// - Throws: `DataError`.
    public static func breastCancer(in folder: URL? = nil) throws(DataError) -> Dataset {
        let url = try file("breast-cancer.csv", in: folder)
        let table = try CSVTable(contentsOf: url, skippingFirstLine: true)
        let measurements = ["mean", "error", "worst"].flatMap { kind in
            cellMeasurements.map { "\(kind) \($0)" }
        }
        let names = measurements + ["class"]
        guard table.lines[0].count == names.count else {
            throw table.error(.fieldCount(table.lines[0].count, expected: names.count), at: table.lines[0][0])
        }
        return try Dataset(
            table: table, rows: table.lines[...], names: names, classIndex: measurements.count,
            classNames: ClassNames(negative: "malignant", positive: "benign"), expected: ["'0'", "'1'"]
        ) { text in ["0": Label.negative, "1": .positive][text] }
    }

    private static let cellMeasurements = [
        "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity", "concave points",
        "symmetry", "fractal dimension",
    ]

    private static func file(_ name: String, in folder: URL?) throws(DataError) -> URL {
        let folder = if let folder { folder } else { try bookFolder() }
        return folder.appending(path: name)
    }
}

extension MulticlassDataset {
    /// 1797 handwritten digits in their ten classes, 8 × 8 pixels from 0 to 16, row by row.
    ///
    /// - Parameter folder: where `digits.csv` is; by default the book's data.
    /// - Throws: `DataError`.
    public static func digits(in folder: URL? = nil) throws(DataError) -> MulticlassDataset {
        let (table, names) = try Dataset.digitTable(in: folder)
        let read = try CSVFeatures(
            table, rows: table.lines[...], names: names, classIndex: names.count - 1, reading: CSVReading())
        let digits = try table.classes(
            of: read.rows, classIndex: names.count - 1, named: "digit", expected: ["a digit"], Dataset.digit)
        return try MulticlassDataset(
            features: read.features, classes: digits, columnNames: read.columnNames,
            classNames: (0...9).map { "\($0)" })
    }
}
