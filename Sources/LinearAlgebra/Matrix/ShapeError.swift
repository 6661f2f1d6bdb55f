/// Input whose shape is not the one that is needed.
///
/// Wrong shapes in a program's own arithmetic are preconditions instead; this error is for what comes from
/// outside.
public enum ShapeError: Error, Hashable, CustomStringConvertible {
    /// A row, counted from 0, whose length is not that of the first row.
    case raggedRow(index: Int, count: Int, expected: Int)
    /// A list of elements that does not fill the shape.
    case elementCount(Int, shape: Shape)
    /// A matrix with other than the needed number of columns.
    case columnCount(Int, expected: Int, of: String)
    /// A vector with other than the needed number of elements.
    case vectorCount(Int, expected: Int, of: String)

    public var description: String {
        switch self {
        case .raggedRow(let index, let count, let expected):
            "row \(index) has \(count) elements, expected \(expected) (the length of row 0)"
        case .elementCount(let count, let shape):
            "\(count) elements were given, expected \(shape.rows * shape.columns) for \(shape)"
        case .columnCount(let count, let expected, let owner):
            "matrix has \(count) columns, expected \(expected) (the \(owner))"
        case .vectorCount(let count, let expected, let owner):
            "vector has \(count) elements, expected \(expected) (the \(owner))"
        }
    }
}
