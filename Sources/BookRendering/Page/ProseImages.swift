import BookModel
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

    enum Failure: Error, Hashable, Codable {
        /// On another machine: pages must not need a network.
        case remote
        /// Not there; the name of the file beside it that is nearest.
        case missing(nearest: String?)
        /// Its bytes are those of another format, or of no picture.
        case notItsFormat(named: PictureFormat, found: PictureFormat?)
        /// Outside the book, or no picture.
        case notAllowed
    }

    /// The address for a picture that chapter `file` names as `source`.
    func address(of source: String, in file: String) throws(Failure) -> String {
        if source.hasPrefix("//") || source.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:.*/) != nil {
            throw Failure.remote
        }
        guard let root else { throw Failure.missing(nearest: nil) }
        let name = source.removingPercentEncoding ?? source
        let place = root.appending(path: file).deletingLastPathComponent().appending(path: name)
            .standardizedFileURL.resolvingSymlinksInPath()
        guard place.path.hasPrefix(root.path + "/"),
            let format = PictureFormat(fileExtension: place.pathExtension)
        else { throw Failure.notAllowed }
        guard let data = try? Data(contentsOf: place) else {
            throw Failure.missing(nearest: Self.nearest(to: place, in: name))
        }
        let bytes = Array(data)
        let found = PictureFormat(contents: bytes)
        guard found == format else { throw Failure.notItsFormat(named: format, found: found) }
        // The hash keeps two pictures of one name apart.
        let hash = RenderingStore.hash([place.path.dropFirst(root.path.count).description]).prefix(8)
        let stem = Slug.of(place.deletingPathExtension().lastPathComponent)
        let path = "assets/images/\(stem)-\(hash).\(place.pathExtension.lowercased())"
        files[path] = bytes
        sources.insert(place.path)
        return path
    }

    /// The path with the name of the picture in the same folder that is nearest to the one that is missing.
    private static func nearest(to place: URL, in path: String) -> String? {
        let folder = place.deletingLastPathComponent().path
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
            PictureFormat(fileExtension: URL(filePath: $0).pathExtension) != nil
        }
        guard let name = Spelling.nearest(to: place.lastPathComponent, among: names) else { return nil }
        return path.split(separator: "/").dropLast().map { $0 + "/" }.joined() + name
    }
}
