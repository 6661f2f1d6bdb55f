/// Values in rows and columns, with numbers of a column written alike and aligned.
///
///     Table("Ten applicants", applicants.prefix(10)) {
///         Column("age") { $0.age }
///         Column("risk", .percent(1)) { model.risk(of: $0) }
///     }
///
/// Shows itself as aligned text and as an HTML table.
public struct Table: Hashable, Sendable {
    /// What stands above the table; `nil` for nothing.
    public let title: String?
    /// The most rows that are shown; the rest is counted.
    public let limit: Int
    let headings: [TableHeading]
    let rows: [[TableCell]]

    /// A table of values of any types; `nil` leaves a place empty.
    ///
    ///     Table(columns: ["model", .column("accuracy", .percent(1))],
    ///           rows: [["honest", 0.743], ["planted", 0.742]])
    ///
    /// - Precondition: every row has as many values as there are columns.
    public init(
        _ title: String? = nil, columns: [TableHeading], rows: [[Any?]], limit: Int = 20,
        file: StaticString = #file, line: UInt = #line
    ) {
        let cells = rows.map { row in row.map { TableCell($0 as Any) } }
        self.init(title, columns, cells, limit, at: CallSite(file: file, line: line))
    }

    /// A table with one row for each element.
    public init<Elements: Sequence>(
        _ title: String?, _ elements: Elements, limit: Int = 20, file: StaticString = #file,
        line: UInt = #line, @ColumnBuilder<Elements.Element> columns: () -> [Column<Elements.Element>]
    ) {
        let columns = columns()
        let cells = elements.map { row in columns.map { $0.cell(row) } }
        self.init(title, columns.map(\.heading), cells, limit, at: CallSite(file: file, line: line))
    }

    /// The same without a title.
    public init<Elements: Sequence>(
        _ elements: Elements, limit: Int = 20, file: StaticString = #file, line: UInt = #line,
        @ColumnBuilder<Elements.Element> columns: () -> [Column<Elements.Element>]
    ) {
        self.init(nil, elements, limit: limit, file: file, line: line, columns: columns)
    }

    private init(
        _ title: String?, _ headings: [TableHeading], _ rows: [[TableCell]], _ limit: Int, at site: CallSite
    ) {
        if limit < 1 { site.refuse("Table: a limit of \(limit) rows, expected 1 or more") }
        for (index, row) in rows.enumerated() where row.count != headings.count {
            site.refuse(
                "Table: row \(index + 1) has \(row.count) values, expected \(headings.count) (the columns)")
        }
        self.title = title
        self.headings = headings
        self.rows = rows
        self.limit = limit
    }

    /// The columns with the texts of the shown rows.
    var columns: [TableColumn] {
        headings.indices.map { index in
            TableColumn(headings[index], rows.prefix(limit).map { $0[index] })
        }
    }

    /// `… 990 more rows`, or `nil` when all are shown.
    var more: String? {
        let count = rows.count - limit
        return count > 0 ? "… \(count.grouped) more \(count == 1 ? "row" : "rows")" : nil
    }
}

extension Table: Displayable {
    public var mimeBundle: MIMEBundle { MIMEBundle(text: text, html: html) }
}
