import Foundation

/// What an address on a page of the book leads to within the book: a file of the site and a place in it.
struct PageAddress: Hashable {
    /// The path of the file, relative to the output folder.
    var file: String
    /// The name after `#`, as the page writes it in `id`; `nil` for the whole file.
    var fragment: String?

    /// - Parameters:
    ///   - address: what stands in `href` or `src`.
    ///   - page: the path of the page that it stands on.
    /// - Returns: `nil` for an address with a scheme, such as `https:` or `data:`, or on another machine.
    init?(_ address: String, on page: String) {
        guard address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) == nil, !address.hasPrefix("/") else {
            return nil
        }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        fragment = parts.count > 1 && !parts[1].isEmpty ? parts[1].removingPercentEncoding ?? parts[1] : nil
        let name = parts.first.map { $0.removingPercentEncoding ?? $0 } ?? ""
        if name.isEmpty {
            file = page
            return
        }
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for piece in name.split(separator: "/").map(String.init) {
            switch piece {
            case ".": continue
            case "..": if folders.popLast() == nil { return nil }
            default: folders.append(piece)
            }
        }
        file = folders.joined(separator: "/")
    }
}
