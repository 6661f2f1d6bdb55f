import BookModel
import BookParsing
import Testing

/// What only the whole book can tell.
@Suite struct BookParserTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let name: String
        var configuration: String?
        let chapters: [String: String]
        var bibliography: String?
        let expected: String

        var testDescription: String { name }
    }

    private static func parse(
        _ configuration: String?, _ chapters: [String: String], _ bibliography: String? = nil
    ) -> ParsedBook {
        BookParser.parse(
            configuration: configuration.map { ("Chapters/book.yml", Array($0.utf8)) },
            chapters: chapters.sorted { $0.key > $1.key }.map {
                ("Chapters/" + $0.key, Array($0.value.utf8))
            },
            bibliography: bibliography.map { ("Chapters/references.bib", Array($0.utf8)) })
    }

    static let mistakes: [Mistake] = [
        Mistake(
            name: "unknown key of book.yml", configuration: "title: A\nautors: [B]\n", chapters: [:],
            expected: """
                Chapters/book.yml:2:1: error: unknown key 'autors' of book.yml [unknown-key]
                autors: [B]
                ^~~~~~
                help: did you mean 'authors'?
                """),
        Mistake(
            name: "unknown key of a part", configuration: "parts:\n  - titel: A\n    title: B\n",
            chapters: [:],
            expected: """
                Chapters/book.yml:2:5: error: unknown key 'titel' of a part [unknown-key]
                  - titel: A
                    ^~~~~
                help: did you mean 'title'?
                """),
        Mistake(
            name: "part without a title", configuration: "parts:\n  - chapters: [1-a]\n",
            chapters: ["1-a.md": "# A"],
            expected: """
                Chapters/book.yml:2:5: error: a part has no title [key-value]
                  - chapters: [1-a]
                    ^~~~~~~~~~~~~~~
                help: write for example 'title: The question'
                """),
        Mistake(
            name: "parts that are a text", configuration: "parts: all\n", chapters: [:],
            expected: """
                Chapters/book.yml:1:8: error: 'parts' is 'all', expected a list of parts [key-value]
                parts: all
                       ^~~
                help: write for example '[{title: The question, chapters: [01-model]}]'
                """),
        Mistake(
            name: "types of book.yml", configuration: "types: never\n", chapters: [:],
            expected: """
                Chapters/book.yml:1:8: error: 'types' is 'never', expected 'yes' or 'no' [key-value]
                types: never
                       ^~~~~
                help: write for example 'no'
                """),
        Mistake(
            name: "time limit of book.yml", configuration: "time-limit: never\n", chapters: [:],
            expected: """
                Chapters/book.yml:1:13: error: 'time-limit' is 'never', expected a time of more than 0 [key-value]
                time-limit: never
                            ^~~~~
                help: write for example '30', '500ms' or '2min'
                """),
        Mistake(
            name: "unknown chapter of a part",
            configuration: "parts:\n  - title: A\n    chapters: [1-modle, 2-game.md]\n",
            chapters: ["1-model.md": "# A", "2-game.md": "# B"],
            expected: """
                Chapters/book.yml:3:16: error: there is no chapter '1-modle' [unknown-chapter]
                    chapters: [1-modle, 2-game.md]
                               ^~~~~~~
                help: did you mean '1-model'?
                """),
        Mistake(
            name: "chapter in two parts",
            configuration:
                "parts:\n  - title: A\n    chapters: 1-a\n  - title: B\n    chapters:\n      - 1-a\n",
            chapters: ["1-a.md": "# A"],
            expected: """
                Chapters/book.yml:6:9: error: the chapter '1-a' is in the book twice [repeated-chapter]
                      - 1-a
                        ^~~
                Chapters/book.yml:3:15: note: it stands here first
                    chapters: 1-a
                              ^~~
                help: remove one of the two
                """),
        Mistake(
            name: "two chapters of one name", chapters: ["03-checksum.md": "# A", "04-Checksum.md": "# B"],
            expected: """
                Chapters/04-Checksum.md: error: two chapters have the name 'checksum' [same-chapter]
                Chapters/03-checksum.md: note: the other one
                help: rename one of the two: the number in front does not count, nor does the case of letters
                """),
        Mistake(
            name: "name in two chapters", chapters: ["1-a.md": "# A {#sec-a}", "2-b.md": "# B {#sec-a}"],
            expected: """
                Chapters/2-b.md:1:5: error: the name 'sec-a' is taken [duplicate-name]
                # B {#sec-a}
                    ^~~~~~~~
                Chapters/1-a.md:1:5: note: it was given here first
                help: choose another name for one of the two
                """),
        Mistake(
            name: "reference to no name",
            chapters: ["1-a.md": "# A {#sec-pancakes}\n\nSee [](#sec-pancaks)."],
            expected: """
                Chapters/1-a.md:3:5: error: nothing in the book has the name 'sec-pancaks' [unknown-reference]
                See [](#sec-pancaks).
                    ^~~~~~~~~~~~~~~~
                help: did you mean '#sec-pancakes'?
                """),
        Mistake(
            name: "link with a text to no name", chapters: ["1-a.md": "> # A\n> See *[here](#x)*."],
            expected: """
                Chapters/1-a.md:2:8: error: nothing in the book has the name 'x' [unknown-reference]
                > See *[here](#x)*.
                       ^~~~~~~~~~
                help: write {#x} behind a heading, or give it as 'label' of a cell
                """),
        Mistake(
            name: "reference to no chapter", chapters: ["1-a.md": "See [](2-b.md).", "2-bc.md": "# B"],
            expected: """
                Chapters/1-a.md:1:5: error: there is no chapter '2-b.md' [unknown-reference]
                See [](2-b.md).
                    ^~~~~~~~~~
                help: did you mean '2-bc.md'?
                """),
        Mistake(
            name: "name in another chapter",
            chapters: ["1-a.md": "# A {#sec-a}\n\nSee [](2-b.md#sec-a).", "2-b.md": "# B"],
            expected: """
                Chapters/1-a.md:3:5: error: nothing in 2-b.md has the name 'sec-a' [unknown-reference]
                See [](2-b.md#sec-a).
                    ^~~~~~~~~~~~~~~~
                help: it is in Chapters/1-a.md: write '#sec-a'
                """),
        Mistake(
            name: "near name in a chapter",
            chapters: ["1-a.md": "See [](2-b.md#sec-beta).", "2-b.md": "# B {#sec-beat}"],
            expected: """
                Chapters/1-a.md:1:5: error: nothing in 2-b.md has the name 'sec-beta' [unknown-reference]
                See [](2-b.md#sec-beta).
                    ^~~~~~~~~~~~~~~~~~~
                help: did you mean '2-b.md#sec-beat'?
                """),
        Mistake(
            name: "unknown citation", chapters: ["1-a.md": "As in [@gkvz22, §5; @brst12]."],
            bibliography:
                "@Article{gkvz22, title = {A}, year = 1}\n@book { brst21 , title = \"B\", year = 2}\n",
            expected: """
                Chapters/1-a.md:1:22: error: Chapters/references.bib has no entry 'brst12' [unknown-citation]
                As in [@gkvz22, §5; @brst12].
                                    ^~~~~~~
                help: did you mean '@brst21'?
                """),
        Mistake(
            name: "citation without a bibliography", chapters: ["1-a.md": "As in [@gkvz22]."],
            expected: """
                Chapters/1-a.md:1:8: error: the book has no bibliography, so the citation of 'gkvz22' leads nowhere \
                [no-bibliography]
                As in [@gkvz22].
                       ^~~~~~~
                help: write Chapters/references.bib with an entry 'gkvz22'
                """),
        Mistake(
            name: "mistake in the bibliography", chapters: [:],
            bibliography: "@misc{a, title = {A} year = 1}",
            expected: """
                Chapters/references.bib:1:20: error: expected ',' behind the value of 'title' [bibtex-syntax]
                @misc{a, title = {A} year = 1}
                                   ^
                help: write ',' between two fields
                """),
        Mistake(
            name: "link to a page instead of a chapter",
            chapters: ["1-a.md": "See [it](2-b.html#sec-b) and [it](Data/x.csv).", "2-b.md": "# B {#sec-b}"],
            expected: """
                Chapters/1-a.md:1:5: error: '2-b.html#sec-b' is neither a chapter nor an address of the web [unknown-link]
                See [it](2-b.html#sec-b) and [it](Data/x.csv).
                    ^~~~~~~~~~~~~~~~~~~~
                help: write '2-b.md#sec-b'
                Chapters/1-a.md:1:30: error: 'Data/x.csv' is neither a chapter nor an address of the web [unknown-link]
                See [it](2-b.html#sec-b) and [it](Data/x.csv).
                                             ^~~~~~~~~~~~~~~~
                help: link to '#name', to a chapter's file, or to an address with 'https://'
                """),
        Mistake(
            name: "link to nothing", chapters: ["1-a.md": "See [it]()."],
            expected: """
                Chapters/1-a.md:1:5: error: the link leads nowhere [unknown-link]
                See [it]().
                    ^~~~~~
                help: link to '#name', to a chapter's file, or to an address with 'https://'
                """),
        Mistake(
            name: "reference to a chapter by its former name",
            chapters: ["1-a.md": "See [](3-old.md#x).", "2-b.md": "---\nformerly: 3-old\n---\n# B {#x}"],
            expected: """
                Chapters/1-a.md:1:5: error: the chapter '3-old.md' has another name now [unknown-reference]
                See [](3-old.md#x).
                    ^~~~~~~~~~~~~~
                help: write '2-b.md#x'
                """),
        Mistake(
            name: "former name of two chapters",
            chapters: [
                "1-a.md": "---\nformerly: [old.md, 2-B]\n---\n# A",
                "2-b.md": "---\nformerly: [index, old.html]\n---\n# B",
            ],
            expected: """
                Chapters/1-a.md:2:20: error: the page of Chapters/2-b.md is at the address '2-B.html' [duplicate-former-name]
                formerly: [old.md, 2-B]
                                   ^~~
                help: remove '2-B' from 'formerly'
                Chapters/2-b.md:2:12: error: the page of the book itself is at the address 'index.html' \
                [duplicate-former-name]
                formerly: [index, old.html]
                           ^~~~~
                help: remove 'index' from 'formerly'
                Chapters/2-b.md:2:19: error: the address 'old.html' is given away twice [duplicate-former-name]
                formerly: [index, old.html]
                                  ^~~~~~~~
                Chapters/1-a.md:2:12: note: it was given here first
                help: remove one of the two
                """),
    ]

    @Test("BookParser.parse", arguments: mistakes)
    func saysWhatIsWrong(mistake: Mistake) {
        let parsed = Self.parse(mistake.configuration, mistake.chapters, mistake.bibliography)
        let texts = parsed.diagnostics.map { $0.text(quoting: parsed.source(of: $0.file)) }
        #expect(texts.joined(separator: "\n") == mistake.expected)
    }

    @Test func chaptersStandInTheOrderOfPartsThenByNumber() {
        let names = ["10-j", "2-b", "1-a", "appendix", "3-c"]
        let chapters = Dictionary(uniqueKeysWithValues: names.map { ($0 + ".md", "# " + $0) })
        let parsed = Self.parse("parts:\n- title: I\n  chapters: [3-c.md, 1-a]\n", chapters)
        #expect(parsed.book.chapters.map(\.stem) == ["3-c", "1-a", "2-b", "10-j", "appendix"])
        #expect(parsed.book.configuration.parts == [.init(title: "I", chapters: ["3-c", "1-a"])])
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test func bookWithoutConfigurationHasDefaults() {
        let parsed = Self.parse(
            nil,
            [
                "1-a.md":
                    "# A\n\n[](#fig-a) [](1-a.md) [a](1-a.md#fig-a)\n\n```swift\n//| label: fig-a\n1\n```\n"
            ])
        #expect(parsed.book.configuration == BookConfiguration())
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test func configurationIsRead() {
        let text = """
            title: Undetectable
            subtitle: Planting backdoors
            authors: [Ada, Alan]
            summary: >
              One paragraph
              in two lines.
            language: 6
            time-limit: 2min
            command: .build/release/book
            parts:
              - title: The question
                chapters: [01-model]
            """
        let (configuration, diagnostics) = ConfigurationParser.parse(
            Array(text.utf8), path: "Chapters/book.yml")
        #expect(diagnostics.isEmpty)
        #expect(
            configuration
                == BookConfiguration(
                    title: "Undetectable", subtitle: "Planting backdoors", authors: ["Ada", "Alan"],
                    summary: "One paragraph in two lines.",
                    parts: [.init(title: "The question", chapters: ["01-model"])], language: .swift6,
                    timeLimit: 120, command: ".build/release/book"))
    }
}
