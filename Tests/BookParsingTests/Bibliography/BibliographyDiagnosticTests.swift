import Testing

/// What is said about mistakes in `references.bib`, word for word.
@Suite struct BibliographyDiagnosticTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let expected: String

        init(_ name: String, _ text: String, _ expected: String) {
            testDescription = name
            self.text = text
            self.expected = expected
        }
    }

    private static let entryHelp = "help: an entry is '@kind{key, field = {value}, …}'"

    static let grammar: [Mistake] = [
        Mistake(
            "no kind", "@{a}",
            """
            references.bib:1:2: error: expected the kind of an entry, such as '@article', found '{' [bibtex-syntax]
            @{a}
             ^
            \(entryHelp)
            """),
        Mistake(
            "no brace", "@article a, title = {A}}",
            """
            references.bib:1:10: error: expected '{' behind '@article', found 'a' [bibtex-syntax]
            @article a, title = {A}}
                     ^
            \(entryHelp)
            """),
        Mistake(
            "no key", "@misc{title = {A}, year = 1}",
            """
            references.bib:1:7: error: expected the key of the entry and ',' behind it, found 't' [bibtex-syntax]
            @misc{title = {A}, year = 1}
                  ^
            \(entryHelp)
            """),
        Mistake(
            "no comma behind the key", "@misc{a\n  title = {A}}",
            """
            references.bib:2:3: error: expected ',' behind the key 'a', found 't' [bibtex-syntax]
              title = {A}}
              ^
            \(entryHelp)
            """),
        Mistake(
            "no comma between fields, and the entry after it is read",
            "@misc{a,\n  title = {A}\n  year = 1}\n@misc{b, title = {B}, year = 1, month = brumaire}",
            """
            references.bib:2:13: error: expected ',' behind the value of 'title' [bibtex-syntax]
              title = {A}
                        ^
            help: write ',' between two fields
            references.bib:4:41: error: no @string defines 'brumaire' above this place [unknown-string]
            @misc{b, title = {B}, year = 1, month = brumaire}
                                                    ^~~~~~~~
            help: write a text in braces: {brumaire}
            """),
        Mistake(
            "no equals sign", "@misc{a, title {A}}",
            """
            references.bib:1:16: error: expected '=' behind 'title', found '{' [bibtex-syntax]
            @misc{a, title {A}}
                           ^
            \(entryHelp)
            """),
        Mistake(
            "no value", "@misc{a, title = , year = 1}",
            """
            references.bib:1:18: error: expected a value of 'title' in braces, in quotes or as a number, found ',' \
            [bibtex-syntax]
            @misc{a, title = , year = 1}
                             ^
            \(entryHelp)
            """),
        Mistake(
            "brace of a value not closed",
            "@misc{a,\n  title = {A {B},\n  year = 1\n}\n\n@misc{b, title = {B}, year = 1}",
            """
            references.bib:2:11: error: no '}' closes the value of 'title' [bibtex-syntax]
              title = {A {B},
                      ^
            help: count the braces: each '{' needs its '}'
            """),
        Mistake(
            "quote not closed", "@misc{a, title = \"A, year = 1}",
            """
            references.bib:1:30: error: expected a '"' that closes the value of 'title', found '}' [bibtex-syntax]
            @misc{a, title = "A, year = 1}
                                         ^
            \(entryHelp)
            """),
        Mistake(
            "entry not closed", "@misc{a,\n  title = {A}, year = 1\n\n@misc{b, title = {B}, year = 1}",
            """
            references.bib:1:6: error: nothing closes the entry 'a' [bibtex-syntax]
            @misc{a,
                 ^
            help: write '}' behind its last field
            """),
        Mistake(
            "the end in a field", "@misc{a, title",
            """
            references.bib:1:15: error: expected '=' behind 'title', found the end of the file [bibtex-syntax]
            @misc{a, title
                          ^
            \(entryHelp)
            """),
        Mistake(
            "near string", "@string{jams = {J}}\n@misc{a, title = {A}, year = 1, journal = jasm}",
            """
            references.bib:2:43: error: no @string defines 'jasm' above this place [unknown-string]
            @misc{a, title = {A}, year = 1, journal = jasm}
                                                      ^~~~
            help: did you mean 'jams'?
            """),
    ]

    static let entries: [Mistake] = [
        Mistake(
            "unknown kind", "@artcle{a, title = {A}, year = 1}",
            """
            references.bib:1:2: error: unknown kind of entry '@artcle' [unknown-kind]
            @artcle{a, title = {A}, year = 1}
             ^~~~~~
            help: did you mean '@article'?
            """),
        Mistake(
            "key twice", "@misc{a, title = {A}, year = 1}\n@misc{a, title = {B}, year = 1}",
            """
            references.bib:2:7: error: the key 'a' is taken [duplicate-entry]
            @misc{a, title = {B}, year = 1}
                  ^
            references.bib:1:7: note: it was given here first
            @misc{a, title = {A}, year = 1}
                  ^
            help: remove one of the two, or give it another key
            """),
        Mistake(
            "key that no citation can hold", "@misc{a'b, title = {A}, year = 1}",
            """
            references.bib:1:7: error: no citation can name the key 'a'b' [bad-key]
            @misc{a'b, title = {A}, year = 1}
                  ^~~
            help: write letters, digits and the marks - _ . : / + only
            """),
        Mistake(
            "field twice", "@misc{a, title = {A}, year = 1, title = {B}}",
            """
            references.bib:1:33: error: the entry 'a' has 'title' twice [duplicate-field]
            @misc{a, title = {A}, year = 1, title = {B}}
                                            ^~~~~
            references.bib:1:10: note: it was given here first
            @misc{a, title = {A}, year = 1, title = {B}}
                     ^~~~~
            help: remove one of the two
            """),
        Mistake(
            "near field, no title and no year", "@misc{a, titel = {A}, abstract = {B}}",
            """
            references.bib:1:7: error: the entry 'a' has no title [missing-title]
            @misc{a, titel = {A}, abstract = {B}}
                  ^
            help: add 'title = {…}'
            references.bib:1:7: warning: the entry 'a' has no year [missing-year]
            @misc{a, titel = {A}, abstract = {B}}
                  ^
            help: add 'year = {…}'
            references.bib:1:10: warning: no page shows the field 'titel' [unknown-field]
            @misc{a, titel = {A}, abstract = {B}}
                     ^~~~~
            help: did you mean 'title'?
            """),
        Mistake(
            "crossref to no entry",
            "@misc{a, title = {A}, year = 1, crossref = {focs21}}\n@misc{focs22, title = {B}, year = 1}",
            """
            references.bib:1:45: error: there is no entry 'focs21' [unknown-crossref]
            @misc{a, title = {A}, year = 1, crossref = {focs21}}
                                                        ^~~~~~
            help: did you mean 'focs22'?
            """),
        Mistake(
            "crossref to itself", "@misc{a, title = {A}, year = 1, crossref = {a}}",
            """
            references.bib:1:45: error: this leads back to the entry 'a' itself [circular-crossref]
            @misc{a, title = {A}, year = 1, crossref = {a}}
                                                        ^
            help: remove one of the 'crossref' fields
            """),
    ]

    static let values: [Mistake] = [
        Mistake(
            "DOI", "@misc{a, title = {A}, year = 1, doi = {11.1/x}}",
            """
            references.bib:1:40: error: the value of 'doi' is not a DOI such as '10.1109/FOCS54457.2022.00092' \
            [field-value]
            @misc{a, title = {A}, year = 1, doi = {11.1/x}}
                                                   ^~~~~~
            """),
        Mistake(
            "address that could run something", "@misc{a, title = {A}, year = 1, url = {javascript:x}}",
            """
            references.bib:1:40: error: the value of 'url' is not an address with 'https://' [field-value]
            @misc{a, title = {A}, year = 1, url = {javascript:x}}
                                                   ^~~~~~~~~~~~
            """),
        Mistake(
            "month", "@misc{a, title = {A}, year = 1, month = {Agust}}",
            """
            references.bib:1:42: error: 'Agust' is no month [field-value]
            @misc{a, title = {A}, year = 1, month = {Agust}}
                                                     ^~~~~
            help: did you mean 'August'?
            """),
        Mistake(
            "too many commas", "@misc{a, author = {A, B, C, D}, title = {A}, year = 1}",
            """
            references.bib:1:20: error: a name has 3 commas, expected at most 2 [unreadable-name]
            @misc{a, author = {A, B, C, D}, title = {A}, year = 1}
                               ^~~~~~~~~~
            help: write 'Family, Given and Family, Given'
            """),
        Mistake(
            "and without a name", "@misc{a, author = {A and and B}, title = {A}, year = 1}",
            """
            references.bib:1:10: error: a name is missing beside an 'and' of 'author' [unreadable-name]
            @misc{a, author = {A and and B}, title = {A}, year = 1}
                     ^~~~~~
            help: write one 'and' between two names
            """),
        Mistake(
            "others in the middle", "@misc{a, author = {A and others and B}, title = {A}, year = 1}",
            """
            references.bib:1:26: error: names follow 'and others' [unreadable-name]
            @misc{a, author = {A and others and B}, title = {A}, year = 1}
                                     ^~~~~~
            help: write 'and others' at the end
            """),
        Mistake(
            "unknown command", "@misc{a,\n  title = {A \\emhp{B}},\n  year = 1}",
            """
            references.bib:2:14: warning: the LaTeX command '\\emhp' is not known here, so only its text is shown \
            [unknown-command]
              title = {A \\emhp{B}},
                         ^~~~~
            help: did you mean '\\emph'?
            """),
        Mistake(
            "formula that is not closed", "@misc{a, title = {Only $5}, year = 1}",
            """
            references.bib:1:24: error: nothing closes this formula [unclosed-math]
            @misc{a, title = {Only $5}, year = 1}
                                   ^
            help: for a dollar write '\\$'
            """),
    ]

    @Test("BookParser.parse", arguments: grammar + entries + values)
    func saysWhatIsWrong(mistake: Mistake) {
        #expect(ParsedReferences.messages(mistake.text) == mistake.expected)
    }

    @Test(
        "bytes that are no BibTeX",
        arguments: ["", "no entry", "@", "@@@@", "}{\"", "@misc{", "@misc{a,}", "%"])
    func neverCrashes(text: String) {
        _ = ParsedReferences.messages(text)
        _ = ParsedReferences.messages("@misc{a, title = {\(text)}, author = \"\(text)\"}")
    }
}
