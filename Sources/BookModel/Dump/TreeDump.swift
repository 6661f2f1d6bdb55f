/// A tree of lines as text, for tests and for people who look at what a stage made.
struct TreeDump {
    var label: String
    var children: [TreeDump] = []

    init(_ label: String, _ children: [TreeDump] = []) {
        self.label = label
        self.children = children
    }

    /// The tree with its branches drawn: `├─ paragraph @3:1-3:9`.
    var text: String {
        var lines: [String] = []
        append(to: &lines, first: "", rest: "")
        return lines.joined(separator: "\n") + "\n"
    }

    private func append(to lines: inout [String], first: String, rest: String) {
        lines.append(first + label)
        for (index, child) in children.enumerated() {
            let isLast = index == children.count - 1
            child.append(
                to: &lines, first: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "))
        }
    }
}

extension String {
    /// The text between quotes, with escapes for what does not show.
    var quoted: String { debugDescription }
}
