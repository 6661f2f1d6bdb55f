/// The text of one page for the excerpts of results, as a script that is loaded when a result is on that page.
///
/// A list of sections, each a list of blocks: text, anchor, label, and 1 where it is code; what is empty at the end is
/// left out.
package enum SearchExcerpts {
    package static func script(of page: SearchPage) -> String {
        let sections = page.sections.map { section in
            "[\(section.blocks.map(block).joined(separator: ",\n"))]"
        }
        return
            "bookSearch.texts[\(ScriptText.literal(page.address))] = [\n\(sections.joined(separator: ",\n"))\n];\n"
    }

    private static func block(_ block: SearchBlock) -> String {
        var parts = [block.text, block.anchor, block.label].map(ScriptText.literal)
        if block.field == .code {
            parts.append("1")
        } else {
            while parts.count > 1, parts.last == "\"\"" { parts.removeLast() }
        }
        return "[\(parts.joined(separator: ","))]"
    }
}
