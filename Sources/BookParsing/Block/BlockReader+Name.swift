import BookModel

extension BlockReader {
    /// Takes `{#name}` off the end of a passage and registers the name.
    ///
    /// - Parameter owner: what has the name, in words: `a heading`.
    func takeName(from passage: Passage, of owner: String, example: String) -> (rest: Passage, name: String?)
    {
        let content = passage.trimmed(0..<passage.bytes.count)
        let bytes = passage.bytes
        guard !content.isEmpty, bytes[content.upperBound - 1] == .closeBrace,
            let open = bytes[content].lastIndex(of: .openBrace), open + 1 < content.upperBound,
            bytes[open + 1] == .hash, open == content.lowerBound || bytes[open - 1] != .backslash
        else { return (passage, nil) }
        let word = String(decoding: bytes[open + 2..<content.upperBound - 1], as: UTF8.self)
        let range = passage.range(open..<content.upperBound, in: text)
        let rest = passage[0..<open]
        guard Name.isValid(word) else {
            findings.add(.badName(word, of: owner, example: example, at: range))
            return (rest, nil)
        }
        return (rest, names.define(word, at: range, findings: findings) ? word : nil)
    }
}
