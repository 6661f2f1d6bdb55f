import Foundation

/// The pictures that the prose names: read below the root of the book, put beside the pages.
final class ProseImages {
    private let root: URL?
    /// The pictures that pages show, by their paths in the output folder.
    private(set) var files: [String: [UInt8]] = [:]
    /// The whole paths of the files that they were read from.
    private(set) var sources: Set<String> = []

    init(root: URL?) {
        self.root = root?.resolvingSymlinksInPath()
    }

    enum Failure: Error {
        /// On another machine: pages must not need a network.
        case remote
        case missing
        /// Outside the book, or no picture.
        case notAllowed
    }

    private static let extensions: Set<String> = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"]

    /// The address for a picture that chapter `file` names as `source`.
    func address(of source: String, in file: String) throws(Failure) -> String {
        if source.hasPrefix("//") || source.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:.*/) != nil {
            throw Failure.remote
        }
        guard let root else { throw Failure.missing }
        let name = source.removingPercentEncoding ?? source
        let place = root.appending(path: file).deletingLastPathComponent().appending(path: name)
            .standardizedFileURL.resolvingSymlinksInPath()
        guard place.path.hasPrefix(root.path + "/"),
            Self.extensions.contains(place.pathExtension.lowercased())
        else { throw Failure.notAllowed }
        guard let data = try? Data(contentsOf: place) else { throw Failure.missing }
        // The hash keeps two pictures of one name apart.
        let bytes = Array(data)
        let hash = RenderingStore.hash([place.path.dropFirst(root.path.count).description]).prefix(8)
        let stem = Slug.of(place.deletingPathExtension().lastPathComponent)
        let path = "assets/images/\(stem)-\(hash).\(place.pathExtension.lowercased())"
        files[path] = bytes
        sources.insert(place.path)
        return path
    }
}
