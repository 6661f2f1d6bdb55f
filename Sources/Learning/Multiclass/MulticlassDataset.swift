import CallSites
import LinearAlgebra

/// Points of several classes: n rows of d finite numbers, each with a class.
public struct MulticlassDataset: Hashable, Sendable, Codable {
    /// n × d, one point a row.
    public let features: Matrix<Double>
    /// n classes, counted from 0, in the order of the rows.
    public let classes: [Int]
    /// d names, in the order of the columns.
    public let columnNames: [String]
    /// The name of each class.
    public let classNames: [String]

    /// - Throws: `DataError` where the counts do not agree, a number is NaN or infinite, or a class has no
    ///   name.
    public init(
        features: Matrix<Double>, classes: [Int], columnNames: [String]? = nil, classNames: [String]
    ) throws(DataError) {
        let names = columnNames ?? Dataset.numberedNames(features.columnCount)
        guard classes.count == features.rowCount else {
            throw .labelCount(classes.count, expected: features.rowCount)
        }
        guard names.count == features.columnCount else {
            throw .columnNameCount(names.count, expected: features.columnCount)
        }
        if let place = features.firstNonFinite {
            let value = features[place.row, place.column]
            throw .notFinite(value: "\(value)", row: place.row, column: names[place.column])
        }
        if let row = classes.firstIndex(where: { !classNames.indices.contains($0) }) {
            throw .classIndex(classes[row], row: row, classCount: classNames.count)
        }
        self.features = features
        self.classes = classes
        self.columnNames = names
        self.classNames = classNames
    }

    private init(validFeatures: Matrix<Double>, classes: [Int], from dataset: MulticlassDataset) {
        features = validFeatures
        self.classes = classes
        columnNames = dataset.columnNames
        classNames = dataset.classNames
    }

    /// The number of points.
    public var count: Int { classes.count }

    /// The points with the given indices, in that order.
    public func rows(_ indices: [Int]) -> MulticlassDataset {
        MulticlassDataset(
            validFeatures: features.rows(indices), classes: indices.map { classes[$0] }, from: self)
    }

    /// The same points, told apart as one class, counted from 0, and all others.
    public func labelled(
        as index: Int, file: StaticString = #file, line: UInt = #line
    ) -> Dataset {
        require(
            classNames.indices.contains(index), "class \(index) of \(classNames.count) classes", file, line)
        return Dataset(
            validFeatures: features, labels: classes.map { $0 == index ? .positive : .negative },
            columnNames: columnNames,
            classNames: ClassNames(negative: "not \(classNames[index])", positive: classNames[index]))
    }

    /// The same classes with other features, d′ columns of the same number of rows.
    ///
    /// - Throws: `DataError` as the initialiser.
    public func replacingFeatures(
        _ features: Matrix<Double>, columnNames: [String]? = nil
    ) throws(DataError) -> MulticlassDataset {
        let names =
            columnNames ?? (features.columnCount == self.features.columnCount ? self.columnNames : nil)
        return try MulticlassDataset(
            features: features, classes: classes, columnNames: names, classNames: classNames)
    }

    /// - Throws: `TrainingError` where there are no rows, or a class has none.
    func requireAllClasses() throws(TrainingError) {
        guard count > 0 else { throw .noRows }
        let present = Set(classes)
        for (index, name) in classNames.enumerated() where !present.contains(index) {
            throw .noRowsOfClass(name, rows: count)
        }
    }
}

extension MulticlassDataset: CustomStringConvertible {
    /// `1797 rows × 64 columns: 178 zero, 182 one, …`.
    public var description: String {
        let counts = classNames.indices.map { index in
            "\(classes.count { $0 == index }) \(classNames[index])"
        }
        return "\(count) rows × \(features.columnCount) columns: " + counts.joined(separator: ", ")
    }
}
