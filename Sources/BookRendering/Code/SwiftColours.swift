import BookSourceKit
import Foundation

/// Swift code as markup, coloured by the compiler's own tokens; plain where the compiler's library is
/// missing.
final class SwiftColours {
    private let libraryPath: String?
    private let libraryKey: String
    private let store: RenderingStore

    init(toolchainLibraries: URL?, store: RenderingStore) {
        let key = Self.identity(ofLibraryIn: toolchainLibraries)
        libraryPath = key == nil ? nil : Self.path(in: toolchainLibraries)
        libraryKey = key ?? ""
        self.store = store
    }

    private static func path(in libraries: URL?) -> String? {
        libraries?.appending(path: "libsourcekitdInProc.so").path
    }

    /// The library's path, size and time of change; `nil` where it is not.
    static func identity(ofLibraryIn libraries: URL?) -> String? {
        var status = stat()
        guard let path = path(in: libraries), stat(path, &status) == 0 else { return nil }
        return "\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    /// The code with its tokens in `<span>`s whose classes name their kinds.
    func html(_ code: String) -> HTML {
        let code = Escaping.verbatim(code)
        guard let libraryPath, !code.isEmpty else { return HTML(text: code) }
        do {
            let markup = try store.text("code", for: [Self.version, libraryKey, code]) {
                () throws(Unavailable) in
                guard let tokens = SourceKit.at(libraryPath)?.tokens(of: code) else { throw Unavailable() }
                return Self.html(code, tokens).markup
            }
            return HTML(trusted: markup)
        } catch {
            return HTML(text: code)
        }
    }

    private struct Unavailable: Error {}

    /// Changes when the markup of a token does, so that the store forgets the old one.
    private static let version = "1"

    private static func html(_ code: String, _ tokens: [SourceKit.Token]) -> HTML {
        let bytes = Array(code.utf8)
        var html = HTML.empty
        var position = 0
        func text(to end: Int) -> String {
            let piece = String(decoding: bytes[position..<end], as: UTF8.self)
            position = end
            return piece
        }
        for token in tokens where token.start >= position && token.end <= bytes.count {
            guard let name = className(of: token.kind) else { continue }
            html += HTML(text: text(to: token.start))
            var end = token.end
            // The map counts the line end as part of a comment.
            while end > token.start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
            html += "<span class=\"\(name)\">\(text(to: end))</span>"
        }
        return html + HTML(text: text(to: bytes.count))
    }

    /// The class of a token; `nil` for what keeps the colour of the text.
    private static func className(of kind: String) -> HTML? {
        switch kind {
        case "keyword": "k"
        case "typeidentifier": "t"
        case "number": "n"
        case "string": "s"
        case "comment", "doccomment", "url", "mark": "c"
        case "builtin", "id", "poundDirective": "a"
        default: nil
        }
    }
}
