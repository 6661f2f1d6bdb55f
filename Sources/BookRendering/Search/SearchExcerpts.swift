/// The text of one page for the excerpts of results, as a script that is loaded when a result is on that page.
///
/// A list of sections, each a list of blocks: text, anchor, label, and 1 where it is code; what is empty at the end is
/// left out.
package enum SearchExcerpts {
    package static func script(of page: SearchPage) -> [UInt8] {
        var bytes = Array("bookSearch.texts[\(ScriptText.literal(page.address))] = [\n".utf8)
        for (number, section) in page.sections.enumerated() {
            bytes += number == 0 ? "[".utf8 : ",\n[".utf8
            for (place, block) in section.blocks.enumerated() {
                bytes += place == 0 ? "[".utf8 : ",\n[".utf8
                append(block, to: &bytes)
                bytes.append(UInt8(ascii: "]"))
            }
            bytes.append(UInt8(ascii: "]"))
        }
        bytes += "\n];\n".utf8
        return bytes
    }

    private static func append(_ block: SearchBlock, to bytes: inout [UInt8]) {
        ScriptText.append(block.text, to: &bytes)
        let isCode = block.field == .code
        guard isCode || !block.anchor.isEmpty || !block.label.isEmpty else { return }
        bytes.append(UInt8(ascii: ","))
        ScriptText.append(block.anchor, to: &bytes)
        guard isCode || !block.label.isEmpty else { return }
        bytes.append(UInt8(ascii: ","))
        ScriptText.append(block.label, to: &bytes)
        if isCode { bytes += ",1".utf8 }
    }
}
