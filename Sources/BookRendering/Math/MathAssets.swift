import Foundation

/// KaTeX's style sheet and fonts, as a page needs them.
enum MathAssets {
    static let stylesheet = "assets/katex.css"

    /// The files to put beside the pages: the style sheet with woff2 only, and those fonts.
    static func files(in folder: URL) throws(RenderingError) -> [String: [UInt8]] {
        let source = folder.appending(path: "katex.css")
        guard let css = try? String(contentsOf: source, encoding: .utf8) else {
            throw RenderingError.missingKaTeX(file: source.path)
        }
        var files = [stylesheet: Array(trimmed(css).utf8)]
        for match in css.matches(of: /fonts\/([A-Za-z0-9_\-]+\.woff2)/) {
            let name = String(match.output.1)
            let font = folder.appending(path: "fonts").appending(path: name)
            guard let data = try? Data(contentsOf: font) else {
                throw RenderingError.missingKaTeX(file: font.path)
            }
            files["assets/fonts/" + name] = Array(data)
        }
        return files
    }

    /// What `files` reads whenever it changes, with the fonts whose names stand in it.
    static func sources(in folder: URL) -> [String] {
        let fonts = folder.appending(path: "fonts")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: fonts.path)) ?? []
        return [folder.appending(path: "katex.css").path]
            + names.filter { $0.hasSuffix(".woff2") }.map { fonts.appending(path: $0).path }
    }

    /// The style sheet without the two older formats of each font, which every browser of today can do
    /// without.
    static func trimmed(_ css: String) -> String {
        css.replacing(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\(["'][a-z]+["']\)/, with: "")
    }
}
