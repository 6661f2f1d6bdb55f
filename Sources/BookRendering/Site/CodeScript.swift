import BookModel
import Foundation

/// The script from which a page takes the code of its cells with what they need, when a reader copies one.
enum CodeScript {
    private struct Content: Encodable {
        let pieces: [String]
        let cells: [String: [Int]]
    }

    /// The path of the script of a chapter's page.
    static func path(of entry: BookIndex.Entry) -> String { "assets/code/\(entry.stem).js" }

    /// The script, by its path; nothing for a chapter whose cells all run by themselves.
    static func files(of entry: BookIndex.Entry, _ results: ChapterResults?) -> [String: [UInt8]] {
        guard let code = results?.code, !code.recipes.isEmpty else { return [:] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = Content(pieces: code.pieces, cells: code.recipes.mapValues(\.pieces))
        guard let json = try? encoder.encode(content) else { return [:] }
        return [path(of: entry): Array("window.bookCode = ".utf8) + Array(json) + Array(";\n".utf8)]
    }
}

extension ChapterBody {
    /// The attribute that tells where the script is.
    var codeScript: HTML {
        guard results?.code.recipes.isEmpty == false else { return "" }
        return " data-code=\"assets/code/\(entry.address.dropLast(".html".count).description).js\""
    }
}
