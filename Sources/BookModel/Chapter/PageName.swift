/// The names that a page gives to parts of itself, which nothing that a chapter names can have.
public enum PageName {
    /// What the name of a footnote, of its call, of a citation and of a cited work starts with.
    public static let note = "fn-"
    public static let noteCall = "fnref-"
    public static let citation = "cite-"
    public static let work = "ref-"

    private static let frame: Set<String> = ["main", "contents"]

    /// Whether a page may give this name to something itself.
    public static func isReserved(_ name: String) -> Bool {
        if frame.contains(name) { return true }
        if [note, noteCall, citation, work].contains(where: name.hasPrefix) { return true }
        return ["cell-", "picture-"].contains { prefix in
            let rest = name.dropFirst(prefix.count)
            return name.hasPrefix(prefix) && !rest.isEmpty && rest.allSatisfy { $0.isASCII && $0.isNumber }
        }
    }
}
