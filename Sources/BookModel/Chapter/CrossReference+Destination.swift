extension CrossReference {
    /// The reference that a link makes whose destination is a name or a chapter of the book; `nil` where it
    /// leads elsewhere.
    public init?(destination: String) {
        var path = destination[...]
        if path.hasPrefix("./") { path = path.dropFirst(2) }
        guard !path.contains(":"), !path.contains("/") else { return nil }
        let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let chapter = parts.first.map(String.init) ?? ""
        let name = parts.count > 1 ? String(parts[1]) : nil
        guard chapter.isEmpty || chapter.hasSuffix(".md"), !chapter.isEmpty || name?.isEmpty == false else {
            return nil
        }
        self.init(chapter: chapter.isEmpty ? nil : chapter, name: name)
    }
}
