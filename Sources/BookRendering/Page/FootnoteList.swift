import BookModel

/// The footnotes of a page, numbered in the order in which the text calls them.
final class FootnoteList {
    /// One call of a note in the text.
    struct Call {
        let number: Int
        let anchor: String
        let isFirst: Bool
    }

    private let definitions: [String: [Block]]
    private let definitionOrder: [String]
    private var order: [String] = []
    private var calls: [String: Int] = [:]

    init(_ blocks: [Block]) {
        let footnotes = Self.footnotes(in: blocks)
        definitions = Dictionary(
            footnotes.map { ($0.name, $0.blocks) }, uniquingKeysWith: { first, _ in first })
        definitionOrder = footnotes.map(\.name)
    }

    func blocks(of name: String) -> [Block]? { definitions[name] }

    /// Counts a call of note `name`; `nil` when there is no such note.
    func call(_ name: String) -> Call? {
        guard definitions[name] != nil else { return nil }
        if !order.contains(name) { order.append(name) }
        let count = calls[name, default: 0] + 1
        calls[name] = count
        let number = (order.firstIndex(of: name) ?? 0) + 1
        let anchor = count == 1 ? PageName.noteCall + name : PageName.noteCall + "\(name)-\(count)"
        return Call(number: number, anchor: anchor, isFirst: count == 1)
    }

    /// The note number `place`, counted from 0: those that the text calls, then those that it never does.
    func name(at place: Int) -> String? {
        if order.indices.contains(place) { return order[place] }
        guard let rest = definitionOrder.first(where: { !order.contains($0) }) else { return nil }
        order.append(rest)
        return rest
    }

    func callCount(of name: String) -> Int { calls[name] ?? 0 }

    private static func footnotes(in blocks: [Block]) -> [Footnote] {
        blocks.flatMap { block -> [Footnote] in
            switch block.content {
            case .footnote(let footnote): [footnote] + footnotes(in: footnote.blocks)
            case .directive(let directive): footnotes(in: directive.blocks)
            case .list(let list): list.items.flatMap { footnotes(in: $0) }
            case .quote(let inner): footnotes(in: inner)
            case .paragraph, .heading, .cell, .listing, .math, .table, .thematicBreak, .html: []
            }
        }
    }
}
