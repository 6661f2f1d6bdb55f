/// One statement or declaration of a cell, which keeps its number when edits move or change it.
struct StatementDraft: Hashable {
    let number: Int
    var text: String
}

/// A cell that edits take apart.
struct CellDraft: Hashable {
    var flags: [String] = []
    /// Each without `//|`: `label: fig-dot`.
    var options: [String] = []
    var statements: [StatementDraft] = []

    /// The fence with all in it.
    var text: String {
        let fence = (["swift"] + flags).joined(separator: " ")
        let lines = ["```" + fence] + options.map { "//| " + $0 } + statements.map(\.text) + ["```"]
        return lines.joined(separator: "\n")
    }

    /// The code without options.
    var code: String { statements.map(\.text).joined(separator: "\n") }

    func option(_ key: String) -> String? {
        options.first { $0.hasPrefix(key + ":") }
    }

    mutating func setOption(_ key: String, _ value: String?) {
        options.removeAll { $0.hasPrefix(key + ":") }
        if let value { options.append("\(key): \(value)") }
    }
}

/// A paragraph or a cell, which keeps its number when edits move or change it.
struct BlockDraft: Hashable {
    enum Content: Hashable {
        case prose(String)
        case cell(CellDraft)
    }

    let number: Int
    var content: Content

    var text: String {
        switch content {
        case .prose(let text): text
        case .cell(let cell): cell.text
        }
    }

    /// The cell, or `nil` of prose.
    var cell: CellDraft? {
        get { if case .cell(let cell) = content { cell } else { nil } }
        set { if let newValue { content = .cell(newValue) } }
    }

    /// The prose, or `nil` of a cell.
    var prose: String? {
        get { if case .prose(let text) = content { text } else { nil } }
        set { if let newValue { content = .prose(newValue) } }
    }
}

/// A chapter that edits take apart.
struct ChapterDraft: Hashable {
    let number: Int
    /// The name of its file without `.md`.
    var stem: String
    var title: String
    /// The lines between `---`, none where there are none.
    var frontMatter: [String] = []
    var blocks: [BlockDraft]

    var file: String { "Chapters/\(stem).md" }

    var text: String {
        let front = frontMatter.isEmpty ? [] : [(["---"] + frontMatter + ["---"]).joined(separator: "\n")]
        return (front + ["# " + title] + blocks.map(\.text)).joined(separator: "\n\n") + "\n"
    }

    var cells: [CellDraft] { blocks.compactMap(\.cell) }

    /// The code of all cells, to look for names in.
    var code: String { cells.map(\.code).joined(separator: "\n") }
}
