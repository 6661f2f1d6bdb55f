import BookModel
import Testing

/// LaTeX in titles and names becomes what it looks like.
@Suite("LaTeX in references") struct LaTeXTests {
    static let texts: [String: String] = [
        #"G\"odel, G{\"o}del, G{\"{o}}del and G\"{o}del"#: "Gödel, Gödel, Gödel and Gödel",
        #"P\'ech\'e \`a \^o \~n \=a \.z \u g \v{s} \c c \k a \r{u} \H{o} \d h"#:
            "Péché à ô ñ ā ż ğ š ç ą ů ő ḥ",
        #"na\"{\i}ve, \'\i, \'{\i}, \^\j"#: "naïve, í, í, ĵ",
        #"Stra\ss e, \AE sir, {\O}re, \L{}ukasz, \aa, \oe uvre"#: "Straße, Æsir, Øre, Łukasz, å, œuvre",
        ##"A \& B, 100\%, \$5, \#1, a\_b, \{c\}"##: "A & B, 100%, $5, #1, a_b, {c}",
        #"pages 1--2 --- ``so'' he `said' it's"#: "pages 1–2 — “so” he ‘said’ it’s",
        #"Minkowski's {Convex} {B}ody"#: "Minkowski’s Convex Body",
        #"{\bf bold} \textsc{Small} \texttt{code} \mbox{box}"#: "bold Small code box",
        #"a~b\,c\-d\ e\\f"#: "a\u{A0}b\u{202F}cd e f",
        "over\n    two   lines": "over two lines",
        #"{\LaTeX} and \TeX{}nique \ldots{} \S5 \copyright"#: "LaTeX and TeXnique … §5 ©",
        #"\noopsort{1973}2000"#: "2000",
        #"\url{https://a.example/~b--c\_d}, \path{x~y}"#: "https://a.example/~b--c_d, x~y",
        "日本語 ß é": "日本語 ß é",
        #"\'"#: "\u{301}",
        #"\"#: #"\"#,
    ]

    @Test("text", arguments: texts)
    func isAsItLooks(written: String, shown: String) {
        let entry = ParsedReferences.entry("@misc{a, title = {\(written)}, year = 1}")
        #expect(entry.map { Inline.plainText($0.title) } == shown)
    }

    @Test(
        "formulas and emphasis",
        arguments: [
            #"Time $O(n \log n)$"#: "text math", #"In \(x^2\) and \ensuremath{y}"#: "text math text math",
            #"\emph{E} and {\em F} and {\it G}, {\emphasis}"#: "emphasis text emphasis text emphasis text",
            #"\textit{\emph{a}}"#: "emphasis",
        ])
    func areKept(written: String, kinds: String) {
        let parsed = ParsedReferences.parse("@misc{a, title = {\(written)}, year = 1}")
        let title = parsed.book.bibliography?.entries.first?.title ?? []
        let found = title.map { inline in
            switch inline.content {
            case .math: "math"
            case .emphasis: "emphasis"
            default: "text"
            }
        }
        #expect(found.joined(separator: " ") == kinds)
    }

    @Test("commands within commands, and braces, without end")
    func depthIsBounded() {
        let commands = String(repeating: #"\emph{"#, count: 5000) + String(repeating: "}", count: 5000)
        let braces = String(repeating: "{", count: 5000) + String(repeating: "}", count: 5000)
        for title in [commands, braces] {
            #expect(ParsedReferences.parse("@misc{a, title = {x\(title)}, year = 1}").diagnostics.isEmpty)
        }
    }

    static let names: [String: String] = [
        "Goldwasser, Shafi": "Shafi||Goldwasser|",
        "Michael P. Kim": "Michael P.||Kim|",
        "Michael P.\\ Kim": "Michael P.||Kim|",
        "d'Aspremont, Alexandre": "Alexandre||d’Aspremont|",
        "Ben Arous, Gérard": "Gérard||Ben Arous|",
        "El Ghaoui, Laurent": "Laurent||El Ghaoui|",
        "B. L. van der Waerden": "B. L.|van der|Waerden|",
        "van der Waerden, B. L.": "B. L.|van der|Waerden|",
        "Ludwig von Beethoven": "Ludwig|von|Beethoven|",
        "{\\'E}cole Normale": "École||Normale|",
        "de la {\\O}rsted, Hans": "Hans|de la|Ørsted|",
        "King, Jr., Martin Luther": "Martin Luther||King|Jr.",
        "von Hicks, III, Michael": "Michael|von|Hicks|III",
        "{Barnes and Noble, Inc.}": "||Barnes and Noble, Inc.|",
        "Plato": "||Plato|", "Jean~de~La~Fontaine": "Jean|de|La Fontaine|",
        "Dolan-Gavitt, Brendan": "Brendan||Dolan-Gavitt|",
    ]

    @Test("parts of a name", arguments: names)
    func areToldApart(written: String, parts: String) {
        let entry = ParsedReferences.entry("@misc{a, author = {\(written)}, title = {A}, year = 1}")
        let names = entry?.authors.names.map { "\($0.given)|\($0.particle)|\($0.family)|\($0.suffix)" }
        #expect(names == [parts])
    }

    @Test(
        "several names",
        arguments: [
            "A and B and C": "A, B, C", "A and others": "A…", "A and B and others": "A, B…",
            "others": "others",
            "A\n  and\n  B": "A, B", "Anderson and Andrews": "Anderson, Andrews",
            "{A and B} and C": "A and B, C",
        ])
    func areSplitAtAnd(written: String, names: String) {
        let entry = ParsedReferences.entry("@misc{a, author = {\(written)}, title = {A}, year = 1}")
        let authors = entry?.authors
        let shown = authors?.names.map(\.full).joined(separator: ", ")
        #expect(shown.map { $0 + (authors?.hasOthers == true ? "…" : "") } == names)
    }
}
