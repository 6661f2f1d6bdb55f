import BookModel
import BookRendering

/// A cell and what it gave, as Markdown without any markup but Markdown's own.
struct CellMarkdown {
    let shown: ShownCell
    let writer: MarkdownWriter

    func text() -> String {
        let outputs = shown.outputs
        var parts = badges + [MarkdownText.fence(Escaping.visible(shown.cell.shownCode), language: "swift")]
        if let failure = shown.result?.requiredFailure, let label = shown.requiredFailureLabel {
            parts += ["\(label):", Self.fence(failure)]
        }
        // The caption of a table stands above it, and that of a figure too where no picture can.
        var caption = shown.caption.map { writer.paragraph($0.children) }
        for output in outputs {
            if case .standardOutput = output {
            } else if case .claim = output {
            } else if let words = caption {
                parts.append(words)
                caption = nil
            }
            parts += self.parts(output)
        }
        parts += shown.warnings.map(Self.fence)
        return Self.joined(parts)
    }

    private var badges: [String] {
        var words: [String] = []
        shown.box?.forEach { if $0.hasClass("badge") { words.append($0.plainText) } }
        return words.isEmpty ? [] : ["(\(words.joined(separator: ", ")))"]
    }

    private func parts(_ output: ShownCell.Output) -> [String] {
        switch output {
        case .standardOutput(let text), .text(let text):
            return text.isEmpty ? [] : ["Output:", Self.fence(text)]
        case .standardError(let text): return text.isEmpty ? [] : ["Standard error:", Self.fence(text)]
        case .claim(let claim): return [Self.line(claim)]
        case .figure(_, let picture, let words):
            let given = shown.cell.options.alt.map { [Self.described($0)] } ?? []
            let own = picture.first { $0.name == "desc" }.map { [Self.described($0.plainText)] } ?? []
            return words.isEmpty ? own : given + [Self.fence(words)]
        case .picture(let image, let words):
            let alternative = image["alt"].map { [Self.described($0)] } ?? []
            return alternative + (words.isEmpty ? [] : [Self.fence(words)])
        case .table(let table, _): return [writer.table(table)]
        }
    }

    private static func described(_ words: String) -> String {
        words.isEmpty ? "" : "Picture: \(MarkdownText.escaped(words).trimmingBlanks)"
    }

    static func line(_ claim: ClaimResult) -> String {
        func text(_ words: String) -> String { MarkdownText.escaped(Escaping.visible(words)).trimmingBlanks }
        let verdict = claim.holds ? "✓ Claim" : "✗ Claim that does not hold"
        return
            "- \(verdict): \(text(claim.sentence)) (measured: \(text(claim.measured)); bound: \(text(claim.bound)))"
    }

    private static func fence(_ text: String) -> String {
        MarkdownText.fence(Escaping.visible(text), language: "text")
    }

    /// Blank lines between the parts, but not between claims, which are one list.
    private static func joined(_ parts: [String]) -> String {
        var text = ""
        var isClaim = false
        for part in parts where !part.isEmpty {
            let next = part.hasPrefix("- ")
            text += (text.isEmpty ? "" : isClaim && next ? "\n" : "\n\n") + part
            isClaim = next
        }
        return text
    }
}
