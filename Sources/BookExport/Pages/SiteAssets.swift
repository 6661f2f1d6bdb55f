import BookRendering
import Foundation

/// The files of a site that are not pages, as parts of a file that needs no other.
struct SiteAssets {
    let files: [String: [UInt8]]

    /// The address as data where it names a file of the site, else as it is.
    func inlined(_ address: String, on page: String) -> String {
        guard let target = PageAddress(address, on: page), let bytes = files[target.file] else {
            return address
        }
        return "data:\(Self.type(of: target.file));base64,\(Data(bytes).base64EncodedString())"
    }

    func text(_ path: String) -> String? {
        files[path].map { String(decoding: $0, as: UTF8.self) }
    }

    /// A style sheet with what it loads inside it.
    func styleSheet(_ path: String) -> String {
        (text(path) ?? "").replacing(/url\(["']?([^"')]+)["']?\)/) { match in
            "url(\(inlined(String(match.output.1), on: path)))"
        }
    }

    /// The MIME type of a file by its extension.
    static func type(of path: String) -> String {
        switch path.split(separator: ".").last?.lowercased() {
        case "css": "text/css"
        case "js": "text/javascript"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "webp": "image/webp"
        case "avif": "image/avif"
        case "woff2": "font/woff2"
        case "csv": "text/csv"
        case "json": "application/json"
        default: "application/octet-stream"
        }
    }
}
