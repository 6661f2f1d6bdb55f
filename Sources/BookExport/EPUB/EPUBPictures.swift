import BookRendering
import Foundation

/// The pictures of an EPUB, each in a file of its own.
final class EPUBPictures {
    private let assets: SiteAssets
    /// The contents of each picture by its path, in the order in which they were added.
    private(set) var files: [(path: String, bytes: [UInt8])] = []

    init(_ assets: SiteAssets) {
        self.assets = assets
    }

    /// Adds a figure that the engine drew; the image to put in its place.
    func adding(_ figure: MarkupElement, of page: BookPages.Page) -> MarkupElement {
        func words(_ name: String) -> String? {
            figure.children.lazy.compactMap(\.element).first { $0.name == name }?.plainText
        }
        let description = words("desc") ?? words("title") ?? ""
        return image(add(Array(figure.standalonePicture.utf8), "svg"), description: description)
    }

    /// Adds the picture of an image; what to put in its place.
    func adding(image element: MarkupElement, of page: BookPages.Page) -> MarkupNode {
        let description = element["alt"] ?? ""
        guard let source = element["src"], let (type, bytes) = contents(of: source, on: page.path) else {
            return .text("[\(description)]")
        }
        // A drawing by somebody else may hold what a reader refuses; as data of an image it is only drawn.
        if type == "image/svg+xml" {
            var image = self.image(
                "data:\(type);base64,\(Data(bytes).base64EncodedString())", description: description)
            image["title"] = element["title"]
            return .element(image)
        }
        guard let format = PictureFormat(shownByReaders: bytes) else { return .text("[\(description)]") }
        var image = self.image(add(bytes, format.rawValue), description: description)
        image["title"] = element["title"]
        return .element(image)
    }

    private func contents(of source: String, on page: String) -> (type: String, bytes: [UInt8])? {
        if let match = source.wholeMatch(of: /data:([a-z0-9.+\/\-]+);base64,([A-Za-z0-9+\/=]*)/) {
            return Data(base64Encoded: String(match.output.2)).map { (String(match.output.1), Array($0)) }
        }
        guard let target = PageAddress(source, on: page), let bytes = assets.files[target.file] else {
            return nil
        }
        return (SiteAssets.type(of: target.file), bytes)
    }

    private func add(_ bytes: [UInt8], _ suffix: String) -> String {
        if let same = files.first(where: { $0.bytes == bytes }) { return same.path }
        let path = "images/picture-\(files.count + 1).\(suffix)"
        files.append((path, bytes))
        return path
    }

    private func image(_ path: String, description: String) -> MarkupElement {
        MarkupElement("img", ["class": "picture", "src": path, "alt": description])
    }
}
