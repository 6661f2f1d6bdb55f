import Foundation

/// What a build gave, as far as it must not depend on earlier builds.
struct BuildOutcome {
    /// A cell of the report.
    struct Cell: Decodable, Hashable {
        let id: String
        let status: String
        let reason: String
        let text: String
    }

    let status: Int32
    /// Standard output, without the path of the book.
    let output: String
    /// Standard error without progress, without the path of the book.
    let diagnostics: String
    /// The report without times and without what tells a stored result from a new one.
    let report: String
    /// Every file of the output folder.
    let pages: [String: Data]

    /// Standard error as it was.
    let errors: String
    /// The cells of each chapter, by its file.
    let cells: [String: [Cell]]
    let seconds: Double

    init(_ ending: EngineProcess.Ending, root: String, report path: String) {
        status = ending.status
        errors = ending.errors
        seconds = ending.seconds
        output = ending.output.replacing(root, with: "ROOT")
        diagnostics = Self.diagnostics(in: ending).replacing(root, with: "ROOT")
        let data = Files.data(path)
        report = data.map { ReportText.text(of: $0).replacing(root, with: "ROOT") } ?? "no report"
        cells = data.map(ReportText.cells) ?? [:]
        pages = Files.contents(below: root + "/Output")
    }

    /// What stands on the error stream beside progress; where the engine gave up, its last words.
    private static func diagnostics(in ending: EngineProcess.Ending) -> String {
        let lines = ending.errors.split(separator: "\n", omittingEmptySubsequences: false)
        let last = ending.status == 0 || ending.status == 1 ? nil : lines.lastIndex { $0.hasPrefix("book: ") }
        return lines.enumerated().filter { $0.offset == last || !$0.element.hasPrefix("book: ") }
            .map(\.element).joined(separator: "\n")
    }

    /// In what this outcome differs from that of a fresh build, in words; empty where it does not.
    func differences(from fresh: BuildOutcome) -> [String] {
        var found: [String] = []
        if status != fresh.status { found.append("exit status \(status), fresh \(fresh.status)") }
        for (name, own, other) in [
            ("standard output", output, fresh.output), ("diagnostics", diagnostics, fresh.diagnostics),
            ("report", report, fresh.report),
        ] where own != other {
            found.append("\(name): \(Self.difference(own, other))")
        }
        for path in Set(pages.keys).union(fresh.pages.keys).sorted() where pages[path] != fresh.pages[path] {
            func text(_ pages: [String: Data]) -> String {
                pages[path].map { String(decoding: $0, as: UTF8.self) } ?? "no file"
            }
            found.append("Output/\(path): \(Self.difference(text(pages), text(fresh.pages)))")
        }
        return found
    }

    /// The first line in which two texts differ.
    private static func difference(_ own: String, _ fresh: String) -> String {
        let own = own.split(separator: "\n", omittingEmptySubsequences: false)
        let fresh = fresh.split(separator: "\n", omittingEmptySubsequences: false)
        let place = zip(own, fresh).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let line = place ?? min(own.count, fresh.count)
        func text(_ lines: [Substring]) -> String {
            lines.indices.contains(line) ? String(lines[line].prefix(300)) : "(no more lines)"
        }
        return "line \(line + 1)\n      is    \(text(own))\n      fresh \(text(fresh))"
    }
}
