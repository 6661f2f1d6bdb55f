/// One column of a table over elements: its header, how its numbers are written, and its value.
///
///     Column("age") { $0.age }
///     Column("accuracy", .percent(1)) { $0.accuracy }
///     Column("amount", \.amount)
public struct Column<Element> {
    let heading: TableHeading
    let cell: (Element) -> TableCell

    /// A column with the values that a closure gives; `nil` leaves the place empty.
    public init<Value>(
        _ header: String, _ style: NumberStyle = .automatic, _ value: @escaping (Element) -> Value
    ) {
        heading = TableHeading(header, style)
        cell = { TableCell(value($0)) }
    }

    /// A column of a property.
    public init<Value>(_ header: String, _ property: KeyPath<Element, Value>) {
        self.init(header) { $0[keyPath: property] }
    }
}

/// Collects the columns of a table; `if` and `for` may be used among them.
@resultBuilder
public enum ColumnBuilder<Element> {
    public static func buildExpression(_ column: Column<Element>) -> [Column<Element>] { [column] }
    public static func buildBlock(_ columns: [Column<Element>]...) -> [Column<Element>] {
        columns.flatMap { $0 }
    }
    public static func buildOptional(_ columns: [Column<Element>]?) -> [Column<Element>] { columns ?? [] }
    public static func buildEither(first columns: [Column<Element>]) -> [Column<Element>] { columns }
    public static func buildEither(second columns: [Column<Element>]) -> [Column<Element>] { columns }
    public static func buildArray(_ columns: [[Column<Element>]]) -> [Column<Element>] {
        columns.flatMap { $0 }
    }
}
