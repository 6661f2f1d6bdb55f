/// What the compiler knows of the names in the code of a cell.
public struct CellNames: Hashable, Sendable, Codable {
    /// What a name stands for.
    public struct Declaration: Hashable, Sendable, Codable {
        /// The declaration as the compiler prints it; lines follow each other where a name stands for two things.
        ///
        /// `keywordMark` stands in front of a keyword, `typeMark` in front of a type, and `endMark` behind either.
        public var text: String
        /// The type that it is a member of: `Matrix`.
        public var container: String?
        /// The module that declares it; `nil` for the chapter's own.
        public var module: String?
        /// The name at the top level of its module under which an index of the module has it.
        public var entry: String?
        /// The first sentence of the comment at the declaration.
        public var summary: String?

        public static let keywordMark: Unicode.Scalar = "\u{1}"
        public static let typeMark: Unicode.Scalar = "\u{2}"
        public static let endMark: Unicode.Scalar = "\u{3}"

        public init(
            text: String, container: String? = nil, module: String? = nil, entry: String? = nil,
            summary: String? = nil
        ) {
            self.text = text
            self.container = container
            self.module = module
            self.entry = entry
            self.summary = summary
        }

        /// The declaration without marks.
        public var plainText: String {
            let marks = [Self.keywordMark, Self.typeMark, Self.endMark]
            return String(String.UnicodeScalarView(text.unicodeScalars.filter { !marks.contains($0) }))
        }
    }

    /// Where a name stands.
    public struct Place: Hashable, Sendable, Codable {
        /// UTF-8 bytes from the beginning of the code that readers see.
        public var offset: Int
        /// In bytes.
        public var length: Int
        /// The number of the name's declaration.
        public var declaration: Int

        public init(offset: Int, length: Int, declaration: Int) {
            self.offset = offset
            self.length = length
            self.declaration = declaration
        }

        // Three numbers without names: there are thousands of them in a book.
        public init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            offset = try list.decode(Int.self)
            length = try list.decode(Int.self)
            declaration = try list.decode(Int.self)
        }

        public func encode(to encoder: any Encoder) throws {
            var list = encoder.unkeyedContainer()
            try list.encode(offset)
            try list.encode(length)
            try list.encode(declaration)
        }
    }

    public var declarations: [Declaration]
    /// In the order of the code.
    public var places: [Place]

    public init(declarations: [Declaration] = [], places: [Place] = []) {
        self.declarations = declarations
        self.places = places
    }
}
