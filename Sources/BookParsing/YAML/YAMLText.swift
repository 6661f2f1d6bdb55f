import BookModel
import Yams

/// YAML in a file, in lines that each have a place of their own: behind `//| `, or between two lines `---`.
struct YAMLText {
    struct Line {
        let text: String
        /// The place of its first byte.
        let position: SourcePosition
    }

    struct Entry {
        let key: String
        let keyRange: SourceRange
        let value: YAMLValue
    }

    let lines: [Line]

    init(lines: [Line]) {
        self.lines = lines
    }

    /// Lines of a file as they are.
    init(_ text: SourceText, lines: ClosedRange<Int>) {
        self.lines = lines.map { number in
            Line(text: text.string(text.line(number)), position: SourcePosition(line: number, column: 1))
        }
    }

    /// The keys of the mapping that the lines spell, in order; an error of YAML gives none.
    func entries(of owner: String, findings: Findings) -> [Entry] {
        guard !lines.isEmpty else { return [] }
        let yaml = lines.map(\.text).joined(separator: "\n")
        do {
            guard let node = try Yams.compose(yaml: yaml) else { return [] }
            guard case .mapping(let mapping) = node else {
                if node.null != nil { return [] }
                findings.add(.notAMapping(owner, at: range(of: node)))
                return []
            }
            return entries(of: mapping)
        } catch let error as YamlError {
            report(error, findings: findings)
        } catch {
            findings.add(.unreadableYAML("\(error)", at: firstRange))
        }
        return []
    }

    func entries(of mapping: Node.Mapping) -> [Entry] {
        mapping.map { key, value in
            let value = YAMLValue(node: value, range: range(of: value), text: self)
            return Entry(key: key.string ?? "", keyRange: range(of: key), value: value)
        }
    }

    // MARK: - Places

    private var firstRange: SourceRange {
        SourceRange(at: lines.first?.position ?? SourcePosition(line: 1, column: 1))
    }

    /// The place of a mark of Yams, which counts characters from 1; a place past the end is that of the last
    /// byte.
    func position(_ mark: Mark) -> SourcePosition {
        guard mark.line <= lines.count,
            let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : nil
        else {
            guard let last = lines.last else { return firstRange.start }
            return last.position.advanced(by: max(last.text.utf8.count - 1, 0))
        }
        let before = line.text.unicodeScalars.prefix(mark.column - 1)
        return line.position.advanced(by: String(String.UnicodeScalarView(before)).utf8.count)
    }

    /// The text of the line at a mark, from the mark on.
    func rest(at mark: Mark) -> String {
        guard lines.indices.contains(mark.line - 1) else { return "" }
        return String(
            String.UnicodeScalarView(lines[mark.line - 1].text.unicodeScalars.dropFirst(mark.column - 1)))
    }

    /// The first line of a node: the scalar where it is spelled on one line, else up to the end of the line.
    func range(of node: Node) -> SourceRange {
        guard let mark = node.mark else { return firstRange }
        let rest = rest(at: mark)
        var length = rest.reversed().drop { $0.isWhitespace }.reversed().reduce(0) { $0 + $1.utf8.count }
        if case .scalar(let scalar) = node, !scalar.string.isEmpty, rest.hasPrefix(scalar.string) {
            length = scalar.string.utf8.count
        }
        let start = position(mark)
        return SourceRange(line: start.line, column: start.column, length: length)
    }

    // MARK: - Errors

    private func report(_ error: YamlError, findings: Findings) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            findings.add(.unreadableYAML(problem, at: SourceRange(at: position(mark))))
        case .duplicatedKeysInMapping(let keys, let context):
            for key in keys { reportDuplicate(key, in: context, findings: findings) }
        case .reader(let problem, _, _, _):
            findings.add(.unreadableYAML(problem, at: firstRange))
        default:
            findings.add(.unreadableYAML("\(error)", at: firstRange))
        }
    }

    /// Yams names the key but not its places: the lines that start with it are searched.
    private func reportDuplicate(_ key: String, in context: YamlError.Context, findings: Findings) {
        let places = lines.compactMap { line -> SourceRange? in
            let indent = line.text.prefix { $0 == " " || $0 == "-" }.utf8.count
            let rest = line.text.dropFirst(indent)
            guard rest.hasPrefix(key), rest.dropFirst(key.count).drop(while: { $0 == " " }).first == ":"
            else {
                return nil
            }
            let start = line.position.advanced(by: indent)
            return SourceRange(line: start.line, column: start.column, length: key.utf8.count)
        }
        let second = places.dropFirst().first ?? SourceRange(at: position(context.mark))
        findings.add(.duplicateKey(key, at: second, first: places.count > 1 ? places.first : nil))
    }
}

extension SourcePosition {
    fileprivate func advanced(by bytes: Int) -> SourcePosition {
        SourcePosition(line: line, column: column + bytes)
    }
}
