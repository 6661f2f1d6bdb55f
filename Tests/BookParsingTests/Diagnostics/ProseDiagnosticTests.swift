import Testing

/// What is said about mistakes in prose, word for word.
@Suite struct ProseDiagnosticTests {
    static let cases: [MistakeCase] = [
        MistakeCase(
            "unknown directive, near",
            #"""
            > [!THOEREM] Title
            > Text.
            """#,
            #"""
            a.md:1:5: error: unknown directive 'THOEREM' [unknown-directive]
            > [!THOEREM] Title
                ^~~~~~~
            help: did you mean 'THEOREM'?
            """#),
        MistakeCase(
            "unknown directive, far",
            #"""
            > [!BANANA]
            > Text.
            """#,
            #"""
            a.md:1:5: error: unknown directive 'BANANA' [unknown-directive]
            > [!BANANA]
                ^~~~~~
            help: directives are NOTE, TIP, IMPORTANT, WARNING, CAUTION, THEOREM, LEMMA, PROPOSITION, COROLLARY, PROOF, ASSUMPTION, DEFINITION, EXAMPLE, REMARK, EXERCISE, SOLUTION, CLAIMS
            """#),
        MistakeCase(
            "skipped level",
            #"""
            # A

            ### B

            ## C

            #### D
            """#,
            #"""
            a.md:3:1: warning: a heading of level 3 follows one of level 1 [skipped-level]
            ### B
            ^~~~~
            help: begin it with '## '
            a.md:7:1: warning: a heading of level 4 follows one of level 2 [skipped-level]
            #### D
            ^~~~~~
            help: begin it with '### '
            """#),
        MistakeCase(
            "control characters in addresses",
            "# A\n\nSee [a](https://a.b/\u{1}c) and this.[^x]\n",
            #"""
            a.md:3:34: error: the footnote 'x' is not defined [undefined-footnote]
            See [a](https://a.b/�c) and this.[^x]
                                             ^~~~
            help: write a paragraph '[^x]: text'
            """#),
        MistakeCase(
            "name with a blank",
            #"""
            # A {#sec one}
            """#,
            #"""
            a.md:1:5: error: 'sec one' cannot be the name of a heading [bad-name]
            # A {#sec one}
                ^~~~~~~~~~
            help: names start with a letter and go on with letters, digits and hyphens: {#sec-name}
            """#),
        MistakeCase(
            "empty name",
            #"""
            # A {#}
            """#,
            #"""
            a.md:1:5: error: the name of a heading is empty [bad-name]
            # A {#}
                ^~~
            help: names start with a letter and go on with letters, digits and hyphens: {#sec-name}
            """#),
        MistakeCase(
            "name twice",
            #"""
            # A {#sec-a}

            ## B {#sec-a}
            """#,
            #"""
            a.md:3:6: error: the name 'sec-a' is taken [duplicate-name]
            ## B {#sec-a}
                 ^~~~~~~~
            a.md:1:5: note: it was given here first
            # A {#sec-a}
                ^~~~~~~~
            help: choose another name for one of the two
            """#),
        MistakeCase(
            "label twice",
            #"""
            ```swift
            //| label: fig-a
            let x = 1
            ```

            ```swift
            //| label: fig-a
            let x = 1
            ```
            """#,
            #"""
            a.md:7:12: error: the name 'fig-a' is taken [duplicate-name]
            //| label: fig-a
                       ^~~~~
            a.md:2:12: note: it was given here first
            //| label: fig-a
                       ^~~~~
            help: choose another name for one of the two
            """#),
        MistakeCase(
            "name of a heading and a label",
            #"""
            # A {#fig-a}

            ```swift
            //| label: fig-a
            let x = 1
            ```
            """#,
            #"""
            a.md:4:12: error: the name 'fig-a' is taken [duplicate-name]
            //| label: fig-a
                       ^~~~~
            a.md:1:5: note: it was given here first
            # A {#fig-a}
                ^~~~~~~~
            help: choose another name for one of the two
            """#),
        MistakeCase(
            "undefined footnote, near",
            #"""
            A[^noet].

            [^note]: Text.

            B[^note].
            """#,
            #"""
            a.md:1:2: error: the footnote 'noet' is not defined [undefined-footnote]
            A[^noet].
             ^~~~~~~
            help: did you mean 'note'?
            """#),
        MistakeCase(
            "undefined footnote",
            #"""
            A[^note].
            """#,
            #"""
            a.md:1:2: error: the footnote 'note' is not defined [undefined-footnote]
            A[^note].
             ^~~~~~~
            help: write a paragraph '[^note]: text'
            """#),
        MistakeCase(
            "unused footnote",
            #"""
            A.

            [^note]: Text.
            """#,
            #"""
            a.md:3:1: warning: nothing refers to the footnote 'note' [unused-footnote]
            [^note]: Text.
            ^~~~~~~
            help: write [^note] where it belongs, or remove it
            """#),
        MistakeCase(
            "footnote twice",
            #"""
            A[^n].

            [^n]: One.
            [^n]: Two.
            """#,
            #"""
            a.md:4:1: error: the footnote 'n' is defined twice [duplicate-footnote]
            [^n]: Two.
            ^~~~
            a.md:3:1: note: it was defined here first
            [^n]: One.
            ^~~~
            help: give one of the two another name
            """#),
        MistakeCase(
            "empty footnote",
            #"""
            A[^n].

            [^n]:
            """#,
            #"""
            a.md:3:1: error: the footnote 'n' has no text [empty-footnote]
            [^n]:
            ^~~~
            help: write its text behind the colon
            """#),
        MistakeCase(
            "footnote in blocks",
            #"""
            A[^n].

            [^n]: One.

                Two.
            """#,
            #"""
            a.md:5:5: error: an indented block below a footnote is code, not a part of the footnote [footnote-block]
                Two.
                ^~~~
            help: write the footnote as one paragraph
            """#),
        MistakeCase(
            "citation without an end",
            #"""
            See [@gkvz22, *p. 3*].
            """#,
            #"""
            a.md:1:5: error: no ']' closes this citation [unreadable-citation]
            See [@gkvz22, *p. 3*].
                ^~
            help: write [@key, locator], the locator as plain text
            help: for the characters themselves write '\[@'
            """#),
        MistakeCase(
            "citation without a key",
            #"""
            See [@gkvz22; brst21].
            """#,
            #"""
            a.md:1:15: error: 'brst21' is no citation [unreadable-citation]
            See [@gkvz22; brst21].
                          ^~~~~~
            help: write [@key, locator; @key]
            """#),
        MistakeCase(
            "value in another language",
            #"""
            It is `{swit} x`.
            """#,
            #"""
            a.md:1:8: error: values in prose are written in Swift, not in 'swit' [unknown-language]
            It is `{swit} x`.
                   ^~~~~~~~
            help: did you mean '{swift}'?
            """#),
        MistakeCase(
            "value without an expression",
            #"""
            It is `{swift} `.
            """#,
            #"""
            a.md:1:8: error: a value in prose has no expression [empty-value]
            It is `{swift} `.
                   ^~~~~~~~
            help: write `{swift} expression`
            """#),
        MistakeCase(
            "raw HTML",
            #"""
            A <b>bold</b> word.
            """#,
            #"""
            a.md:1:3: warning: raw HTML is shown as text on the page [raw-html]
            A <b>bold</b> word.
              ^~~
            help: write it in Markdown, or show it as code between backticks
            """#),
        MistakeCase(
            "block of HTML",
            #"""
            <div>
            text
            </div>
            """#,
            #"""
            a.md:1:1: warning: raw HTML is shown as text on the page [raw-html]
            <div>
            ^~~~~
            help: write it in Markdown, or show it as code between backticks
            """#),
        MistakeCase(
            "formula without an end",
            #"""
            $$
            x
            """#,
            #"""
            a.md:1:1: warning: no '$$' in this paragraph closes the formula [unclosed-math]
            $$
            ^~
            help: close it, or write a ```math fence: its formula may hold any line
            help: for dollars write '\$\$'
            """#),
        MistakeCase(
            "formula that a list interrupts",
            #"""
            $$
            a
            - b
            $$
            """#,
            #"""
            a.md:1:1: warning: no '$$' in this paragraph closes the formula [unclosed-math]
            $$
            ^~
            help: close it, or write a ```math fence: its formula may hold any line
            help: for dollars write '\$\$'
            a.md:4:1: warning: no '$$' in this paragraph closes the formula [unclosed-math]
            $$
            ^~
            help: close it, or write a ```math fence: its formula may hold any line
            help: for dollars write '\$\$'
            """#),
        MistakeCase(
            "link without a text",
            #"""
            See [](https://example.org).
            """#,
            #"""
            a.md:1:5: warning: a link that leads out of the book has no text, so 'https://example.org' is shown [empty-link]
            See [](https://example.org).
                ^~~~~~~~~~~~~~~~~~~~~~~
            help: write a text between the brackets
            """#),
        MistakeCase(
            "delimiter row too short",
            #"""
            | a | b |
            |---|
            | 1 | 2 |
            """#,
            #"""
            a.md:2:1: error: the delimiter row has 1 column, expected 2 (those of the header above it) [table-columns]
            |---|
            ^~~~~
            help: write one '---' for each column
            """#),
        MistakeCase(
            "row too long",
            #"""
            | a | b |
            |---|---|
            | 1 | 2 | 3 |
            """#,
            #"""
            a.md:3:11: error: the row has 3 columns, expected 2 (those of the header) [table-row]
            | 1 | 2 | 3 |
                      ^
            help: write '\|' for a pipe that does not separate entries
            """#),
        MistakeCase(
            "row too short",
            #"""
            > | a | b |
            > |---|---|
            > | 1 |
            """#,
            #"""
            a.md:3:3: error: the row has 1 column, expected 2 (those of the header) [table-row]
            > | 1 |
              ^~~~~
            help: write '|' for each entry, also for an empty one
            """#),
        MistakeCase(
            "names that pages have themselves",
            #"""
            # A {#main}

            ```swift
            //| label: cell-3
            ```

            ```sh {#ref-a}
            ```
            """#,
            #"""
            a.md:1:5: error: pages have the name 'main' themselves [reserved-name]
            # A {#main}
                ^~~~~~~
            help: choose another name, such as 'my-main'
            a.md:4:12: error: pages have the name 'cell-3' themselves [reserved-name]
            //| label: cell-3
                       ^~~~~~
            help: choose another name, such as 'my-cell-3'
            a.md:7:7: error: pages have the name 'ref-a' themselves [reserved-name]
            ```sh {#ref-a}
                  ^~~~~~~~
            help: choose another name, such as 'my-ref-a'
            """#),
        MistakeCase(
            "in the second line of a quote in a list",
            #"""
            - > text
              > é [@a; b]
            """#,
            #"""
            a.md:2:13: error: 'b' is no citation [unreadable-citation]
              > é [@a; b]
                       ^
            help: write [@key, locator; @key]
            """#),
    ]

    @Test("ChapterParser.parse", arguments: cases)
    func saysWhatIsWrong(mistake: MistakeCase) {
        mistake.check()
    }
}
