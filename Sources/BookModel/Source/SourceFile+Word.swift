extension SourceFile {
    /// The range of the word at `position`: what an excerpt marks when only a start is known.
    public func range(ofWordAt position: SourcePosition) -> SourceRange {
        guard let line = line(position.line) else { return SourceRange(at: position) }
        let rest = Array(line.utf8).dropFirst(max(0, position.column - 1))
        let length = rest.prefix { byte in
            let character = Character(UnicodeScalar(byte))
            return character.isLetter || character.isNumber || character == "_" || byte >= 0x80
        }.count
        return SourceRange(line: position.line, column: position.column, length: length)
    }
}
