import BookModel

/// Compares what two runs of a chapter gave, for results that should be the same.
public struct ResultComparison: Sendable {
    /// A cell or a value in prose that gave something else.
    public struct Difference: Hashable, Sendable {
        /// `nil` for a value in prose.
        public let cell: Cell.ID?
        public let range: SourceRange
        /// What it gave first and then: the first line of text that differs.
        public let first: String
        public let second: String
    }

    public let differences: [Difference]

    public init(_ first: ChapterResults, _ second: ChapterResults, of chapter: Chapter) {
        let cells = chapter.cells.compactMap { cell -> Difference? in
            guard let one = first.result(of: cell.id), let other = second.result(of: cell.id),
                one.outputs != other.outputs || one.requiredFailure != other.requiredFailure
                    || Self.isFailure(one) != Self.isFailure(other)
            else { return nil }
            let (left, right) = Self.firstDifference(Self.text(of: one), Self.text(of: other))
            return Difference(cell: cell.id, range: Requirement.fence(of: cell), first: left, second: right)
        }
        let values = chapter.values.compactMap { value -> Difference? in
            let (one, other) = (first.values[value.id], second.values[value.id])
            guard one != other else { return nil }
            return Difference(
                cell: nil, range: value.range, first: one?.text ?? "nothing", second: other?.text ?? "nothing"
            )
        }
        differences = cells + values
    }

    private static func isFailure(_ result: CellResult) -> Bool {
        result.status == .failed || result.status == .skipped
    }

    /// All forms of all outputs, one a line, so that a difference in a figure is found too.
    private static func text(of result: CellResult) -> String {
        let outputs = result.outputs.map { output -> String in
            guard case .value(let bundle) = output else { return output.plainText }
            return
                ([bundle.text]
                + bundle.representations.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
                .joined(separator: "\n")
        }
        return (outputs + [result.requiredFailure ?? ""]).joined(separator: "\n")
    }

    private static func firstDifference(_ left: String, _ right: String) -> (String, String) {
        let left = left.split(separator: "\n", omittingEmptySubsequences: false)
        let right = right.split(separator: "\n", omittingEmptySubsequences: false)
        for row in 0..<max(left.count, right.count) {
            let one = row < left.count ? String(left[row]) : "nothing"
            let other = row < right.count ? String(right[row]) : "nothing"
            if one != other { return (String(one.prefix(160)), String(other.prefix(160))) }
        }
        return ("a failure or none", "the other")
    }
}
