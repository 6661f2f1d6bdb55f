import BookModel

/// A declaration in the compiler's markup as one line with marks for its colours.
///
/// Left out is what says nothing about the use of a name: attributes in front, protocols that only the compiler knows, the
/// local names of C's parameters.
enum DeclarationMarkup {
    /// - Parameter isParameter: whether it is a parameter's own, whose attributes belong to the function.
    /// - Returns: `nil` for markup of another form than expected.
    static func text(of markup: String, isParameter: Bool) -> String? {
        var reader = Reader(isParameter: isParameter)
        for piece in XMLPieces.of(markup) { reader.read(piece) }
        guard reader.isComplete else { return nil }
        return withoutInternals(SymbolWords.spaced(reader.text))
    }

    private struct Reader {
        let isParameter: Bool
        private(set) var text = ""
        private var open: [String] = []
        /// The depth at which an attribute began that is left out.
        private var hidden: Int?
        private var hasKeyword = false
        private var isBroken = false

        init(isParameter: Bool) { self.isParameter = isParameter }

        var isComplete: Bool { !isBroken && open.isEmpty && !text.isEmpty }

        mutating func read(_ piece: XMLPieces) {
            switch piece {
            case .start(let name):
                open.append(name)
                if hidden == nil, name.hasPrefix("syntaxtype.attribute"), isParameter || !hasKeyword {
                    hidden = open.count
                }
                guard hidden == nil else { return }
                if name == "syntaxtype.keyword" { hasKeyword = true }
                if let mark = Self.mark(of: name) { text.unicodeScalars.append(mark) }
            case .end(let name):
                isBroken = isBroken || open.last != name
                if hidden == nil, Self.mark(of: name) != nil {
                    text.unicodeScalars.append(CellNames.Declaration.endMark)
                }
                if hidden == open.count { hidden = nil }
                if !open.isEmpty { open.removeLast() }
            case .text(let words):
                guard hidden == nil else { return }
                // The blank behind an attribute that is left out.
                text += text.isEmpty || text.hasSuffix(" ") ? words.trimmingPrefix(" ") : words[...]
            }
        }

        private static func mark(of tag: String) -> Unicode.Scalar? {
            if tag == "syntaxtype.keyword" { return CellNames.Declaration.keywordMark }
            guard tag.hasPrefix("ref.") || tag == "decl.generic_type_param.name" else { return nil }
            return CellNames.Declaration.typeMark
        }
    }

    private static func withoutInternals(_ text: String) -> String {
        // `_ __x: Double`, as C's headers have it.
        var text = text.replacing(#/_ __\w+:/#, with: "_:")
        // `struct Int: FixedWidthInteger, _ExpressibleByBuiltinIntegerLiteral`
        text.replace(#/, \u{2}_\w+\u{3}/#, with: "")
        text.replace(#/: \u{2}_\w+\u{3}, /#, with: ": ")
        text.replace(#/: \u{2}_\w+\u{3}$/#, with: "")
        return text
    }
}
