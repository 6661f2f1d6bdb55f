import Foundation

/// The script with the pieces of one page that others refer to.
///
/// A page cannot read another one from `file://`, but it can load a script. So the pieces that somebody refers to
/// from elsewhere are written a second time, as strings of a script that is loaded when a reader first asks.
struct PreviewFile {
    let entry: BookIndex.Entry
    /// The names of the pieces, sorted.
    let wanted: [String]

    var path: String { "assets/previews/\(entry.stem).js" }

    /// Names the script that is made from a page's content, without making it.
    func key(content: String) -> String { RenderingStore.hash([entry.address, content] + wanted) }

    /// The script; `nil` when the page has none of the pieces.
    func bytes(_ content: PageRendering.Content) -> [UInt8]? {
        let pieces = content.pieces.filter { wanted.contains($0.key) }
        guard !pieces.isEmpty, let json = Self.json(pieces), let name = Self.json(entry.address) else {
            return nil
        }
        return Array("bookPreviews[\(name)] = \(json);\n".utf8)
    }

    private static func json(_ value: some Encodable) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    }
}
