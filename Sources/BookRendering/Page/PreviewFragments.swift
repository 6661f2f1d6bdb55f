import BookModel
import Foundation

/// What a link to another page can show before it is followed: pieces of pages, one script a page that has them.
///
/// A page cannot read another one from `file://`, but it can load a script. So the pieces that somebody refers to
/// from elsewhere are written a second time, as strings of a script that is loaded when a reader first asks.
final class PreviewFragments {
    private var offered: [String: [String: HTML]] = [:]
    private var wanted: [String: Set<String>] = [:]
    private var addresses: [String: String] = [:]

    /// Keeps the piece of a chapter's page that has the name `anchor`; the page's opening has the name "".
    ///
    /// - Parameter isFallback: whether a piece that is there already is the better one.
    func offer(_ html: HTML, at anchor: String, of entry: BookIndex.Entry, isFallback: Bool = false) {
        if isFallback, offered[entry.stem]?[anchor] != nil { return }
        offered[entry.stem, default: [:]][anchor] = html
    }

    /// Says that another page refers to this piece.
    func want(_ anchor: String, of entry: BookIndex.Entry) {
        addresses[entry.stem] = entry.address
        wanted[entry.stem, default: []].insert(anchor)
    }

    /// The script of each page that is referred to, by its path.
    var files: [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for (stem, anchors) in wanted {
            let pieces = offered[stem, default: [:]].filter { anchors.contains($0.key) }.mapValues(\.markup)
            guard !pieces.isEmpty, let address = addresses[stem], let json = Self.json(pieces),
                let name = Self.json(address)
            else { continue }
            files["assets/previews/\(stem).js"] = Array("bookPreviews[\(name)] = \(json);\n".utf8)
        }
        return files
    }

    private static func json(_ value: some Encodable) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    }
}
