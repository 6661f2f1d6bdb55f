/// The names that references use: `fig-pancakes`.
enum Name {
    /// Letters, digits, hyphens, underscores and dots, a letter first: what works as a fragment of an
    /// address.
    static func isValid(_ name: String) -> Bool {
        name.utf8.first?.isLetter == true && name.utf8.allSatisfy(\.isNameByte)
    }

    /// The nearest valid name: other characters become hyphens.
    static func repaired(_ name: String) -> String? {
        let words = name.split { !($0.utf8.count == 1 && $0.utf8.allSatisfy(\.isNameByte)) }
        let repaired = words.joined(separator: "-")
        return isValid(repaired) ? repaired : nil
    }
}
