import Foundation
import Testing

/// A book with what its build said.
struct BuiltBook {
    let book: TemporaryBook
    let process: BookProcess
    let report: BuildReport

    func chapter(_ name: String) throws -> BuildReport.Chapter {
        try #require(report.chapters.first { $0.file == "Chapters/\(name).md" })
    }

    /// What a build says about a chapter: the terminal's words, then what became of each cell.
    func transcript(of name: String) throws -> String {
        let chapter = try chapter(name)
        var lines = terminal(name)
        lines.append(lines.isEmpty ? "cells" : "\ncells")
        for cell in chapter.cells {
            lines.append("\(cell.id):\(cell.line) \(cell.status): \(cell.reason)")
            let text = cell.text.split(separator: "\n", omittingEmptySubsequences: false)
            if !cell.text.isEmpty { lines += text.map { "  " + Self.visible(String($0)) } }
        }
        lines += chapter.claims.map { claim in
            "claim \(claim.holds ? "holds" : "fails"): \(claim.sentence): \(claim.measured), \(claim.bound)"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The diagnostics of a chapter as the terminal shows them.
    func terminal(_ name: String) -> [String] {
        process.errors.split(separator: "\n\n").map(String.init).filter {
            $0.contains("Chapters/\(name).md:")
        }
        .map { block in
            // The first block follows the lines of progress.
            let lines = block.split(separator: "\n")
            return lines.drop { $0.hasPrefix("book: ") }.joined(separator: "\n")
        }
        .filter { $0.hasPrefix("Chapters/\(name).md:") }
    }

    /// Control characters by their numbers, and long lines by their beginning and length.
    private static func visible(_ line: String) -> String {
        let text = line.unicodeScalars.map { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
        }.joined()
        return text.count > 200 ? "\(text.prefix(60))… (\(text.count) characters)" : text
    }
}
