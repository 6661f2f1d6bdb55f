/// Which element of a table may stand in which, as HTML has it.
struct TableNesting {
    /// The elements that are open, outermost first.
    private(set) var open: [String] = []

    /// No table nests deeper; what does could only be meant to slow down the build or the browser.
    private static let deepest = 32
    private static let sections: Set<String> = ["thead", "tbody", "tfoot"]
    private static let fields: Set<String> = ["td", "th"]

    /// Opens an element where it may stand.
    /// - Returns: the elements that end before it, innermost first, as a new row ends the one before; `nil` where it
    ///   may not stand.
    mutating func opening(_ name: String) -> [String]? {
        guard let count = depth(for: name), count < Self.deepest else { return nil }
        let ended = Array(open[count...].reversed())
        open.removeLast(ended.count)
        if name != "br" { open.append(name) }
        return ended
    }

    /// Closes an element that is open.
    /// - Returns: the elements that end, innermost first; `nil` where none of this name is open.
    mutating func closing(_ name: String) -> [String]? {
        guard let place = open.lastIndex(of: name) else { return nil }
        // What stands in a field does not end what is around its table.
        if name != "table", let table = open.lastIndex(of: "table"), place < table { return nil }
        let ended = Array(open[place...].reversed())
        open.removeLast(ended.count)
        return ended
    }

    /// Whether text other than blanks may stand here.
    var allowsText: Bool {
        guard let table = open.lastIndex(of: "table") else { return true }
        return open[table...].contains { Self.fields.contains($0) || $0 == "caption" }
    }

    /// How many of the open elements stay open around a new one; `nil` where it may not stand.
    private func depth(for name: String) -> Int? {
        let table = open.lastIndex(of: "table")
        switch name {
        case "table":
            let isInField = open.last.map(Self.fields.contains) ?? true
            return isInField ? open.count : nil
        case "caption": return table.flatMap { $0 == open.count - 1 ? open.count : nil }
        case _ where Self.sections.contains(name): return table.map { $0 + 1 }
        case "tr":
            return table.map { table in
                (open[table...].lastIndex { Self.sections.contains($0) } ?? table) + 1
            }
        case _ where Self.fields.contains(name):
            return table.flatMap { table in open[table...].lastIndex(of: "tr").map { $0 + 1 } }
        default: return allowsText ? open.count : nil
        }
    }
}
