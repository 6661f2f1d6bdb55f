import BookModel
import CSodium
import Foundation

/// The package document: what the book is, its files, and the order in which they are read.
struct EPUBPackage {
    struct Item {
        let id: String
        let path: String
        let type: String
        var properties: [String] = []
        var isInSpine = false
    }

    let configuration: BookConfiguration
    /// When the book was last changed, as ISO 8601 in UTC.
    let modified: String
    let items: [Item]

    func document() -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="en">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:identifier id="book-id">\(identifier)</dc:identifier>
        <dc:title>\(Self.text(configuration.title) ?? "Untitled")</dc:title>
        <dc:language>en</dc:language>
        \(people)\(summary)<meta property="dcterms:modified">\(modified)</meta>
        \(Self.accessibility)
        </metadata>
        <manifest>
        \(items.map(Self.line).joined(separator: "\n"))
        </manifest>
        <spine>
        \(items.filter(\.isInSpine).map { "<itemref idref=\"\($0.id)\"/>" }.joined(separator: "\n"))
        </spine>
        </package>

        """
    }

    private var people: String {
        configuration.authors.compactMap(Self.text).map { "<dc:creator>\($0)</dc:creator>\n" }.joined()
    }

    private var summary: String {
        configuration.summary.flatMap(Self.text).map { "<dc:description>\($0)</dc:description>\n" } ?? ""
    }

    /// The text escaped; `nil` for blanks only, which these elements may not hold.
    private static func text(_ text: String) -> String? {
        text.allSatisfy(\.isWhitespace) ? nil : CharacterCare.escaped(text)
    }

    private static func line(_ item: Item) -> String {
        let properties =
            item.properties.isEmpty ? "" : " properties=\"\(item.properties.joined(separator: " "))\""
        return "<item id=\"\(item.id)\" href=\"\(item.path)\" media-type=\"\(item.type)\"\(properties)/>"
    }

    private static let accessibility = """
        <meta property="schema:accessMode">textual</meta>
        <meta property="schema:accessMode">visual</meta>
        <meta property="schema:accessModeSufficient">textual</meta>
        <meta property="schema:accessibilityFeature">alternativeText</meta>
        <meta property="schema:accessibilityFeature">MathML</meta>
        <meta property="schema:accessibilityFeature">structuralNavigation</meta>
        <meta property="schema:accessibilityFeature">tableOfContents</meta>
        <meta property="schema:accessibilityHazard">none</meta>
        <meta property="schema:accessibilitySummary">Figures are described, and formulas are MathML.</meta>
        """

    /// The same for every edition of a book with this title and these authors: a UUID of version 8 (RFC 9562) from
    /// their hash.
    private var identifier: String {
        let bytes = Array(([configuration.title] + configuration.authors).joined(separator: "\u{0}").utf8)
        var digest = [UInt8](repeating: 0, count: 16)
        crypto_generichash(&digest, digest.count, bytes, UInt64(bytes.count), nil, 0)
        digest[6] = digest[6] & 0x0F | 0x80
        digest[8] = digest[8] & 0x3F | 0x80
        let digits = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
