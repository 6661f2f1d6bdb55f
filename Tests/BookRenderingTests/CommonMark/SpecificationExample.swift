import CCmark
import Foundation

/// One example of the CommonMark specification.
struct SpecificationExample: Decodable, CustomStringConvertible {
    let example: Int
    let section: String
    let markdown: String
    let html: String

    var description: String { "example \(example)" }

    static let all: [SpecificationExample] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "examples.json")
        guard let data = try? Data(contentsOf: file) else { return [] }
        return (try? JSONDecoder().decode([SpecificationExample].self, from: data)) ?? []
    }()

    /// What libcmark makes of a text.
    static func html(of markdown: String, options: Int32 = CMARK_OPT_DEFAULT) -> String {
        guard let text = cmark_markdown_to_html(markdown, markdown.utf8.count, options) else { return "" }
        defer { free(text) }
        return String(cString: text)
    }
}
