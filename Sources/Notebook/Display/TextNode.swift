/// A piece of text that can be broken between its members.
indirect enum TextNode {
    struct Member {
        var label: String
        var node: TextNode
    }

    case leaf(String)
    case group(String, [Member], String)

    /// All on one line.
    var flat: String {
        switch self {
        case .leaf(let text): text
        case .group(let open, let members, let close):
            open + members.map { $0.label + $0.node.flat }.joined(separator: ", ") + close
        }
    }

    /// On one line if it fits; otherwise plain members fill lines, and others have lines of their own.
    func laidOut(width: Int, indent: Int = 0) -> String {
        guard case .group(let open, let members, let close) = self, indent + flat.count > width else {
            return flat
        }
        let margin = String(repeating: " ", count: indent + 2)
        let isFlat = members.allSatisfy { if case .leaf = $0.node { $0.label.isEmpty } else { false } }
        let lines =
            isFlat
            ? filled(members, width: width - indent - 2)
            : members.map { member in
                member.label + member.node.laidOut(width: width, indent: indent + 2)
            }
        let body = lines.map { margin + $0 }.joined(separator: isFlat ? "\n" : ",\n")
        return "\(open)\n\(body)\n\(String(repeating: " ", count: indent))\(close)"
    }

    private func filled(_ members: [Member], width: Int) -> [String] {
        var lines = [""]
        for (index, member) in members.enumerated() {
            let text = member.node.flat + (index + 1 < members.count ? "," : "")
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = text
            } else if last.count + 1 + text.count <= width {
                lines[lines.count - 1] = "\(last) \(text)"
            } else {
                lines.append(text)
            }
        }
        return lines
    }
}
