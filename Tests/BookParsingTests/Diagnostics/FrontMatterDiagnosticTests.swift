import Testing

/// What is said about mistakes in front matter, word for word.
@Suite struct FrontMatterDiagnosticTests {
    static let cases: [MistakeCase] = [
        MistakeCase(
            "unknown key",
            #"""
            ---
            titel: A
            ---
            # A
            """#,
            #"""
            a.md:2:1: error: unknown key 'titel' of the front matter [unknown-key]
            titel: A
            ^~~~~
            help: did you mean 'title'?
            """#),
        MistakeCase(
            "language",
            #"""
            ---
            title: A
            language: 7
            ---
            # A
            """#,
            #"""
            a.md:3:11: error: 'language' is '7', expected a language mode of Swift, 5 or 6 [key-value]
            language: 7
                      ^
            help: write for example '6'
            """#),
        MistakeCase(
            "time",
            #"""
            ---
            time-limit: soon
            ---
            # A
            """#,
            #"""
            a.md:2:13: error: 'time-limit' is 'soon', expected a time of more than 0 [key-value]
            time-limit: soon
                        ^~~~
            help: write for example '30', '500ms' or '2min'
            """#),
        MistakeCase(
            "not YAML",
            #"""
            ---
            title: A
            summary: a: b
            ---
            # A
            """#,
            #"""
            a.md:3:11: error: this is not YAML: mapping values are not allowed in this context [unreadable-yaml]
            summary: a: b
                      ^
            help: write 'key: value', with quotes around a value that holds ': ' or '#' or starts with a mark
            """#),
        MistakeCase(
            "key twice",
            #"""
            ---
            title: A
            title: B
            ---
            # A
            """#,
            #"""
            a.md:3:1: error: 'title' is given twice [duplicate-key]
            title: B
            ^~~~~
            a.md:2:1: note: it was given here first
            title: A
            ^~~~~
            help: remove one of the two
            """#),
        MistakeCase(
            "no end",
            #"""
            ---
            title: A

            # A
            """#,
            #"""
            a.md:1:1: error: no second line '---' ends the front matter, so it is read as prose [unclosed-front-matter]
            ---
            ^~~
            help: write '---' on a line of its own below the last key
            help: for a rule at the top write '***'
            """#),
        MistakeCase(
            "list",
            #"""
            ---
            - a
            ---
            # A
            """#,
            #"""
            a.md:2:1: error: the front matter must be written as keys with values [unreadable-yaml]
            - a
            ^~~
            help: write 'key: value', one on each line
            """#),
        MistakeCase(
            "former names",
            #"""
            ---
            formerly: [08-clwe, old/08-clwe.md, .html]
            ---
            # A
            """#,
            #"""
            a.md:2:21: error: 'old/08-clwe.md' cannot have been a chapter's name [bad-former-name]
            formerly: [08-clwe, old/08-clwe.md, .html]
                                ^~~~~~~~~~~~~~
            help: write the name of its file without a folder: 'formerly: 07-old-name'
            a.md:2:37: error: '.html' cannot have been a chapter's name [bad-former-name]
            formerly: [08-clwe, old/08-clwe.md, .html]
                                                ^~~~~
            help: write the name of its file without a folder: 'formerly: 07-old-name'
            """#),
        MistakeCase("nothing in it", "---\n---\n# A", ""),
        MistakeCase("a rule at the top", "---\n\n# A", ""),
    ]

    @Test("ChapterParser.parse", arguments: cases)
    func saysWhatIsWrong(mistake: MistakeCase) {
        mistake.check()
    }
}
