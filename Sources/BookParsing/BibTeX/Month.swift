/// A month of the year, as BibTeX and people write it.
struct Month {
    /// 1 to 12.
    let number: Int

    static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    /// The strings that BibTeX styles define: `jan`.
    static let macros = names.map { String($0.prefix(3)).lowercased() }

    var name: String { Self.names[number - 1] }

    init?(macro: String) {
        guard let index = Self.macros.firstIndex(of: macro) else { return nil }
        number = index + 1
    }

    /// `5`, `05`, `May` or `may.`
    init?(text: String) {
        let word = text.lowercased().filter { $0 != "." }
        if let number = Int(word) {
            guard Self.names.indices.contains(number - 1) else { return nil }
            self.number = number
        } else {
            guard word.count >= 3,
                let index = Self.names.firstIndex(where: { $0.lowercased().hasPrefix(word) })
            else { return nil }
            number = index + 1
        }
    }
}
