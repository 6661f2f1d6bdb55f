import BookModel
import Foundation

/// What a chapter gave, of which only what every build needs is at hand: the rest is read when a page is rendered.
public struct KnownResults: Sendable {
    /// A claim and the cell that made it.
    public struct Claim: Hashable, Codable, Sendable {
        let cell: Cell.ID
        let claim: ClaimResult
    }

    /// What every build needs.
    public struct Summary: Hashable, Codable, Sendable {
        /// Names all that pages show of the results.
        let digest: String
        let claims: [Claim]
        /// Whether something in the chapter failed or was left out.
        public let hasFailed: Bool
        let diagnostics: [Diagnostic]
        /// What its tables list of modules.
        let listings: [ModuleListings.Row]

        public init(of results: ChapterResults) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            // What cannot be written down is never the same.
            let bytes =
                (try? encoder.encode(results.asShown)).map(Array.init) ?? Array(UUID().uuidString.utf8)
            digest = RenderingStore.hash(bytes)
            claims = results.cells.flatMap { cell in cell.claims.map { Claim(cell: cell.id, claim: $0) } }
            hasFailed = ChapterState.hasFailed(results)
            diagnostics = results.diagnostics
            listings = ModuleListings.rows(of: results)
        }
    }

    public let summary: Summary
    private let load: @Sendable () -> ChapterResults

    public init(_ results: ChapterResults) {
        summary = Summary(of: results)
        load = { results }
    }

    /// - Parameter load: reads the results that the summary is of.
    public init(_ summary: Summary, load: @escaping @Sendable () -> ChapterResults) {
        self.summary = summary
        self.load = load
    }

    public var results: ChapterResults { load() }

    /// What is wrong with the chapter.
    public var diagnostics: [Diagnostic] { summary.diagnostics }
}
