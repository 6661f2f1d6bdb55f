import BookModel

/// Inlines as a test writes them; their place is where the test does not look.
extension Inline: ExpressibleByStringLiteral {
    static let somewhere = SourceRange(line: 7, column: 3, length: 5)

    public init(stringLiteral text: String) {
        self.init(range: Self.somewhere, content: .text(text))
    }

    init(_ content: Content) {
        self.init(range: Self.somewhere, content: content)
    }

    static func math(_ tex: String) -> Inline { Inline(.math(tex)) }
    static func code(_ code: String) -> Inline { Inline(.code(code)) }
    static func emphasis(_ text: Inline...) -> Inline { Inline(.emphasis(text)) }
    static func strong(_ text: Inline...) -> Inline { Inline(.strong(text)) }
    static func note(_ name: String) -> Inline { Inline(.footnoteReference(name: name)) }

    static func link(_ destination: String, _ text: Inline...) -> Inline {
        Inline(.link(destination: destination, title: "", text: text))
    }

    static func reference(_ name: String) -> Inline {
        Inline(.reference(CrossReference(chapter: nil, name: name)))
    }

    static func chapter(_ file: String, _ name: String? = nil) -> Inline {
        Inline(.reference(CrossReference(chapter: file, name: name)))
    }

    static func citation(_ key: String, _ locator: String? = nil) -> Inline {
        Inline(.citation(Citation(items: [.init(key: key, locator: locator, range: somewhere)])))
    }

    static func value(_ id: Int, _ expression: String) -> Inline {
        Inline(
            .value(InlineValue(id: id, range: somewhere, expression: expression, cellsBefore: 0)))
    }
}
