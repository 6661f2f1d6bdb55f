import BookExecution
import BookModel
import Foundation

/// What `--report FILE` writes: the build as JSON, for tools. `docs/report.md` specifies it.
public struct Report: Encodable, Sendable {
    public static let version = 1

    public struct ChapterReport: Encodable, Sendable {
        public let file: String
        public let title: String
        /// The file name of the page in the output folder.
        public let page: String
        /// How long its page took to render; missing when the page was not rendered.
        public let renderSeconds: Double?
        public let cells: [CellReport]
        public let claims: [ClaimReport]
        public let diagnostics: [DiagnosticReport]
    }

    public struct CellReport: Encodable, Sendable {
        public let id: String
        /// The line of the fence.
        public let line: Int
        public let status: CellResult.Status
        public let reason: String
        public let seconds: Double
        public let peakBytes: Int
        public let text: String
    }

    public struct ClaimReport: Encodable, Sendable {
        public let sentence: String
        public let measured: String
        public let bound: String
        public let holds: Bool
    }

    public struct DiagnosticReport: Encodable, Sendable {
        public let identifier: String
        public let file: String?
        public let line: Int?
        public let column: Int?
        public let severity: Diagnostic.Severity
        public let message: String
        public let repair: String?
    }

    public let version: Int
    /// Wall-clock time of the whole build.
    public let seconds: Double
    /// What confined the chapters: `bubblewrap` or `none`.
    public let confinement: String
    public let chapters: [ChapterReport]
    /// All diagnostics, those of chapters too.
    public let diagnostics: [DiagnosticReport]

    public init(_ outcome: BookBuild.Outcome, seconds: Double) {
        version = Self.version
        self.seconds = seconds
        confinement = outcome.confinement.name
        let results = outcome.results
        chapters = outcome.book.chapters.map { chapter in
            ChapterReport(
                chapter, results[chapter.stem], rendering: outcome.renderTimes[chapter.stem],
                diagnostics: outcome.diagnostics.filter { $0.file == chapter.file })
        }
        diagnostics = outcome.diagnostics.map(DiagnosticReport.init)
    }

    /// The report as JSON with sorted keys, two blanks of indentation and a line feed at its end.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }
}

extension Report.ChapterReport {
    init(
        _ chapter: Chapter, _ results: ChapterResults?, rendering: Duration?, diagnostics: [Diagnostic]
    ) {
        renderSeconds = rendering.map { $0 / .seconds(1) }
        file = chapter.file
        title = Inline.plainText(chapter.title)
        page = chapter.stem + ".html"
        let cells = results?.cells ?? []
        self.cells = cells.map { result in
            let line = chapter.cells.first { $0.id == result.id }?.range.start.line ?? 0
            return Report.CellReport(
                id: result.id, line: line, status: result.status, reason: result.reason,
                seconds: result.seconds,
                peakBytes: result.peakBytes, text: result.plainText)
        }
        claims = cells.flatMap(\.claims).map { claim in
            Report.ClaimReport(
                sentence: claim.sentence, measured: claim.measured, bound: claim.bound, holds: claim.holds)
        }
        self.diagnostics = diagnostics.map(Report.DiagnosticReport.init)
    }
}

extension Report.DiagnosticReport {
    init(_ diagnostic: Diagnostic) {
        identifier = diagnostic.identifier
        file = diagnostic.file
        line = diagnostic.range?.start.line
        column = diagnostic.range?.start.column
        severity = diagnostic.severity
        message = diagnostic.message
        repair = diagnostic.repairs.isEmpty ? nil : diagnostic.repairs.joined(separator: "\n")
    }
}
