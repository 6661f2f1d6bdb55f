import Foundation

/// The pictures of a chapter's prose, which a notebook carries within the cells that show them.
final class NotebookPictures {
    private let assets: SiteAssets
    private let page: String
    /// MIME type and base64 by name.
    private var pictures: [String: (type: String, data: String)] = [:]

    init(_ assets: SiteAssets, page: String) {
        self.assets = assets
        self.page = page
    }

    /// The image as Markdown; its words where it cannot be carried.
    func markdown(of image: MarkupElement) -> String {
        let words = MarkdownText.escaped(image["alt"] ?? "").trimmingBlanks
        let source = image["src"].map { assets.inlined($0, on: page) } ?? ""
        guard let match = source.wholeMatch(of: /data:([a-z0-9.+\/\-]+);base64,([A-Za-z0-9+\/=]*)/) else {
            return words
        }
        let type = String(match.output.1)
        let data = String(match.output.2)
        let known = pictures.first { $0.value == (type, data) }?.key
        let name =
            known ?? "picture-\(pictures.count + 1).\(type.split(separator: "/").last.map(String.init) ?? "")"
        pictures[name] = (type, data)
        return "![\(words)](attachment:\(name))"
    }

    /// The pictures that a text shows, as a cell holds them.
    func attachments(of text: String) -> [String: JSONText] {
        pictures.filter { text.contains("](attachment:\($0.key))") }
            .mapValues { .object([$0.type: .string($0.data)]) }
    }
}
