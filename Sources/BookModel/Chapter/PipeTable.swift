/// A table of cells between pipes.
public struct PipeTable: Hashable, Sendable {
    public enum Alignment: String, Hashable, Sendable {
        case natural, left, center, right
    }

    /// One alignment a column.
    public let alignments: [Alignment]
    public let header: [[Inline]]
    /// Each row has as many entries as the header.
    public let rows: [[[Inline]]]
    /// The name in `{#tbl-name}` of the caption's line `: caption {#tbl-name}` below the table.
    public let name: String?
    public let caption: [Inline]?

    public init(
        alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]], name: String? = nil,
        caption: [Inline]? = nil
    ) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
        self.name = name
        self.caption = caption
    }
}
