import Foundation

/// A few cells that belong together and show one feature of the language or the engine, in a file of `Stories/`.
///
/// The pieces of several stories, mixed, are a chapter. Names of two stories differ.
struct Story: Hashable {
    let name: String
    /// Prose and cells, in order.
    let blocks: [BlockDraft.Content]

    /// All stories, sorted by name.
    static let all: [Story] = {
        let folder = Settings.tests + "/Stories"
        return Files.paths(below: folder).filter { $0.hasSuffix(".md") }.map { path in
            Story(
                name: String(path.dropLast(3)),
                blocks: StoryReader.blocks(of: Files.text("\(folder)/\(path)") ?? ""))
        }
    }()

    static func named(_ name: String) -> Story? {
        all.first { $0.name == name }
    }
}

/// Reads the plain Markdown of stories: paragraphs and fences of Swift.
enum StoryReader {
    static func blocks(of text: String) -> [BlockDraft.Content] {
        var blocks: [BlockDraft.Content] = []
        var prose: [String] = []
        var fence: [String]?
        func endParagraph() {
            if !prose.isEmpty { blocks.append(.prose(prose.joined(separator: "\n"))) }
            prose = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let lines = fence {
                fence = line == "```" ? nil : lines + [line]
                if line == "```" { blocks.append(.cell(cell(lines))) }
            } else if line.hasPrefix("```swift") {
                endParagraph()
                fence = [line]
            } else if line.isEmpty {
                endParagraph()
            } else {
                prose.append(line)
            }
        }
        endParagraph()
        return blocks
    }

    /// The cell of a fence without its last line. Its statements have the number 0.
    private static func cell(_ lines: [String]) -> CellDraft {
        var cell = CellDraft(flags: lines[0].split(separator: " ").dropFirst().map(String.init))
        for line in lines.dropFirst() {
            if line.hasPrefix("//| ") {
                cell.options.append(String(line.dropFirst(4)))
            } else if let last = cell.statements.indices.last,
                isContinuation(line) || isOpen(cell.statements[last].text)
            {
                cell.statements[last].text += "\n" + line
            } else {
                cell.statements.append(StatementDraft(number: 0, text: line))
            }
        }
        return cell
    }

    /// Whether a line goes on with the statement above: statements begin at the margin.
    private static func isContinuation(_ line: String) -> Bool {
        guard let first = line.first else { return true }
        return first == " " || "})]".contains(first) || line.hasPrefix("case ") || line.hasPrefix("default:")
    }

    /// Whether a condition of the compiler has not ended yet.
    private static func isOpen(_ text: String) -> Bool {
        text.hasPrefix("#if") && !text.contains("#endif")
    }
}
