import Foundation

/// What the compiler's own parser says about a piece of Swift: its top-level items, in order.
///
/// Read from `swiftc -frontend -dump-parse -dump-ast-format json`. Offsets count UTF-8 bytes; the end of a range is
/// the start of its last token.
struct SyntaxDump: Decodable {
    struct Item: Decodable {
        let kind: String
        let range: Range?
        let body: Body?
        /// The name of a variable, a function or a type.
        let name: Name?
        /// Whether a variable is a `let`.
        let isConstant: Bool?
        /// What an import names: `["Foundation"]`.
        let modulePath: [String]?
        private let attributes: Presence?
        private let accessors: Presence?

        /// Whether a variable has neither attributes nor accessors.
        var isPlain: Bool { attributes == nil && accessors == nil }

        enum CodingKeys: String, CodingKey {
            case kind = "_kind"
            case range
            case body
            case name
            case isConstant = "let"
            case modulePath = "module_path"
            case attributes = "attrs"
            case accessors
        }
    }

    /// Something that is there, whatever it says.
    struct Presence: Decodable {
        init(from decoder: any Decoder) {}
    }

    struct Body: Decodable {
        let elements: [Element]

        enum CodingKeys: CodingKey { case elements }

        init(from decoder: any Decoder) throws {
            // An empty body has no such key.
            elements =
                try decoder.container(keyedBy: CodingKeys.self)
                .decodeIfPresent([Element].self, forKey: .elements) ?? []
        }
    }

    struct Name: Decodable {
        struct BaseName: Decodable {
            let name: String?
            let isOperator: Bool?

            enum CodingKeys: String, CodingKey {
                case name
                case isOperator = "is_operator"
            }
        }
        let baseName: BaseName?

        enum CodingKeys: String, CodingKey { case baseName = "base_name" }
    }

    struct Element: Decodable {
        let kind: String
        let patternEntries: [PatternEntry]?

        enum CodingKeys: String, CodingKey {
            case kind = "_kind"
            case patternEntries = "pattern_entries"
        }
    }

    struct PatternEntry: Decodable {
        let pattern: Pattern
        let initializer: Kind?

        enum CodingKeys: String, CodingKey {
            case pattern
            case initializer = "original_init"
        }
    }

    indirect enum Pattern: Decodable {
        case named(String)
        case other

        private enum CodingKeys: String, CodingKey {
            case name
            case subPattern = "sub_pattern"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            if let name = try container.decodeIfPresent(Name.self, forKey: .name)?.baseName?.name {
                self = .named(name)
            } else if let inner = try container.decodeIfPresent(Pattern.self, forKey: .subPattern) {
                self = inner
            } else {
                self = .other
            }
        }
    }

    struct Kind: Decodable {
        let kind: String

        enum CodingKeys: String, CodingKey { case kind = "_kind" }
    }

    struct Range: Decodable {
        let start: Int
        let end: Int
    }

    let items: [Item]

    private enum CodingKeys: CodingKey { case items }

    init(from decoder: any Decoder) throws {
        // A text without code has no such key.
        items =
            try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent([Item].self, forKey: .items) ?? []
    }
}
