import LinearAlgebra

/// Labelled points: n rows of d finite numbers, each with one of two labels.
public struct Dataset: Hashable, Sendable, Codable {
    /// n × d, one point a row.
    public let features: Matrix<Double>
    /// n labels, in the order of the rows.
    public let labels: [Label]
    /// d names, in the order of the columns.
    public let columnNames: [String]
    public let classNames: ClassNames

    /// - Throws: `DataError` where the counts do not agree or a number is NaN or infinite.
    public init(
        features: Matrix<Double>, labels: [Label], columnNames: [String]? = nil,
        classNames: ClassNames = ClassNames(negative: "−1", positive: "1")
    ) throws(DataError) {
        let names = columnNames ?? Self.numberedNames(features.columnCount)
        guard labels.count == features.rowCount else {
            throw .labelCount(labels.count, expected: features.rowCount)
        }
        guard names.count == features.columnCount else {
            throw .columnNameCount(names.count, expected: features.columnCount)
        }
        if let place = features.firstNonFinite {
            let value = features[place.row, place.column]
            throw .notFinite(value: "\(value)", row: place.row, column: names[place.column])
        }
        self.init(validFeatures: features, labels: labels, columnNames: names, classNames: classNames)
    }

    /// Takes what is known to agree.
    init(
        validFeatures: Matrix<Double>, labels: [Label], columnNames: [String], classNames: ClassNames
    ) {
        self.features = validFeatures
        self.labels = labels
        self.columnNames = columnNames
        self.classNames = classNames
    }

    /// x1, x2, …
    static func numberedNames(_ count: Int) -> [String] {
        (0..<count).map { "x\($0 + 1)" }
    }

    /// The number of points.
    public var count: Int { labels.count }

    /// The number of points with the label.
    public func count(of label: Label) -> Int {
        labels.count { $0 == label }
    }

    /// The index of the column with this name.
    ///
    /// - Throws: `DataError.unknownColumn`.
    public func columnIndex(of name: String) throws(DataError) -> Int {
        guard let index = columnNames.firstIndex(of: name) else {
            throw .unknownColumn(name, known: columnNames)
        }
        return index
    }

    /// The points with the given indices, in that order.
    public func rows(_ indices: [Int]) -> Dataset {
        Dataset(
            validFeatures: features.rows(indices), labels: indices.map { labels[$0] },
            columnNames: columnNames,
            classNames: classNames)
    }

    /// The same labels with other features, d′ columns of the same number of rows.
    ///
    /// - Throws: `DataError` as the initialiser.
    public func replacingFeatures(
        _ features: Matrix<Double>, columnNames: [String]? = nil
    ) throws(DataError) -> Dataset {
        let names =
            columnNames ?? (features.columnCount == self.features.columnCount ? self.columnNames : nil)
        return try Dataset(features: features, labels: labels, columnNames: names, classNames: classNames)
    }
}

extension Dataset: CustomStringConvertible {
    /// `1000 rows × 61 columns: 700 Good, 300 Bad`.
    public var description: String {
        "\(count) rows × \(features.columnCount) columns: \(count(of: .positive)) \(classNames.positive), "
            + "\(count(of: .negative)) \(classNames.negative)"
    }
}

extension Matrix<Double> {
    /// The first element, row by row, that is NaN or infinite.
    var firstNonFinite: (row: Int, column: Int)? {
        let index = withUnsafeBufferPointer { buffer in buffer.firstIndex { !$0.isFinite } }
        return index.map { ($0 / columnCount, $0 % columnCount) }
    }
}
