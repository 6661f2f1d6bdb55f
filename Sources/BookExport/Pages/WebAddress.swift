import Foundation

/// Addresses outside the book.
package enum WebAddress {
    /// The address as validators and readers take it, with what an address may not hold percent-encoded; `nil` for
    /// one that no encoding makes valid, and for a relative one, which leads to nothing outside of the book's
    /// folder.
    package static func valid(_ address: String) -> String? {
        guard let url = URL(string: address), let scheme = url.scheme?.lowercased() else { return nil }
        switch scheme {
        case "http", "https":
            guard let host = url.host(percentEncoded: true), isHost(host) else { return nil }
        case "mailto": break
        default: return nil
        }
        let text = url.absoluteString
        return text.wholeMatch(of: /[A-Za-z0-9\-._~:\/?#\[\]@!$&'()*+,;=%]*/) != nil && percentsAreSound(text)
            ? text : nil
    }

    private static func isHost(_ host: String) -> Bool {
        host.wholeMatch(of: /[A-Za-z0-9\-.]+/) != nil || host.wholeMatch(of: /\[?[0-9A-Fa-f:.]+\]?/) != nil
    }

    private static func percentsAreSound(_ text: String) -> Bool {
        text.replacing(/%[0-9A-Fa-f]{2}/, with: "").contains("%") == false
    }
}
