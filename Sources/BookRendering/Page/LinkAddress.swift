import Foundation

/// Where a link of the prose leads from a page.
enum LinkAddress {
    /// The address; `nil` for one that could run something, such as `javascript:`.
    static func of(_ destination: String, in index: BookIndex) -> String? {
        if let match = destination.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):/) {
            return ["http", "https", "mailto"].contains(match.output.1.lowercased()) ? destination : nil
        }
        // Browsers drop control characters within a scheme.
        guard destination.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            return nil
        }
        let pieces = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = pieces.first.map(String.init) ?? ""
        let fragment = pieces.count > 1 ? "#" + pieces[1] : ""
        if file.hasSuffix(".md"), let entry = index.entry(BookIndex.stem(ofFile: file)) {
            return entry.address + fragment
        }
        return destination
    }
}
