import BookModel

extension BibTeXReader {
    /// The value of a field: pieces in braces, in quotes, numbers and names of strings, joined by `#`.
    mutating func value(of name: String) throws(Fault) -> Passage {
        var value = try piece(of: name)
        while true {
            let end = offset
            skipBlanks()
            guard byte == .hash else {
                // The place of a missing comma is where the value ends.
                offset = end
                return value
            }
            offset += 1
            skipBlanks()
            value.append(try piece(of: name))
        }
    }

    private mutating func piece(of name: String) throws(Fault) -> Passage {
        switch byte {
        case .openBrace: return Passage(text, try braced(of: "the value of '\(name)'"))
        case .quote: return Passage(text, try quoted(of: name))
        case let byte? where byte.isDigit: return Passage(text, word { $0.isDigit })
        case let byte? where byte.isLetter: return named(in: name)
        default: throw expected("a value of '\(name)' in braces, in quotes or as a number")
        }
    }

    /// What the string stands for whose name is here: that of the file, or the name of a month.
    private mutating func named(in field: String) -> Passage {
        let offsets = word { $0.isBibTeXNameByte }
        let name = string(offsets).lowercased()
        if let value = strings[name] { return value }
        if let month = Month(macro: name) {
            var value = Passage()
            value.append(Array(month.name.utf8), fileOffset: offsets.lowerBound)
            return value
        }
        findings.add(
            .unknownString(
                string(offsets), known: strings.keys.sorted() + Month.macros, at: text.range(offsets)))
        // Not a month either, which must not be said a second time.
        return field == "month" ? Passage() : Passage(text, offsets)
    }

    /// The offsets between the brace that is here and the one that closes it; as in BibTeX, `\\{` counts too.
    mutating func braced(of owner: String) throws(Fault) -> Range<Int> {
        let opening = offset
        var depth = 0
        while let byte, !startsEntry(at: offset) {
            switch byte {
            case .openBrace: depth += 1
            case .closeBrace: depth -= 1
            default: break
            }
            offset += 1
            if depth == 0 { return opening + 1..<offset - 1 }
        }
        findings.add(.unclosedValue(owner, closing: "}", at: text.range(opening..<opening + 1)))
        throw Fault()
    }

    /// The offsets between the quote that is here and the next one outside of braces.
    private mutating func quoted(of name: String) throws(Fault) -> Range<Int> {
        let opening = offset
        var depth = 0
        offset += 1
        while let byte, !startsEntry(at: offset) {
            if byte == .quote, depth == 0 {
                offset += 1
                return opening + 1..<offset - 1
            }
            if byte == .openBrace { depth += 1 }
            if byte == .closeBrace { depth -= 1 }
            guard depth >= 0 else { throw expected("a '\"' that closes the value of '\(name)'") }
            offset += 1
        }
        findings.add(
            .unclosedValue("the value of '\(name)'", closing: "\"", at: text.range(opening..<opening + 1)))
        throw Fault()
    }
}

extension Passage {
    /// Adds another passage, which keeps its places.
    mutating func append(_ other: Passage) {
        for piece in other.stretches { append(piece.bytes, fileOffset: piece.fileOffset) }
    }
}
