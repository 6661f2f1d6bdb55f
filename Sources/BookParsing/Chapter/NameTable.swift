import BookModel

/// The names that a chapter gives to its headings, cells, formulas, tables and directives: each once.
final class NameTable {
    private(set) var places: [(name: String, range: SourceRange)] = []
    private var first: [String: SourceRange] = [:]

    /// Registers a name; a name that is taken, or that pages give themselves, is an error, and `false` is
    /// returned.
    func define(_ name: String, at range: SourceRange, findings: Findings) -> Bool {
        guard !PageName.isReserved(name) else {
            findings.add(.reservedName(name, at: range))
            return false
        }
        if let other = first[name] {
            findings.add(.duplicateName(name, at: range, firstFile: nil, first: other))
            return false
        }
        first[name] = range
        places.append((name, range))
        return true
    }
}
