import Testing

/// What is said about mistakes in fences and flags, word for word.
@Suite struct FenceDiagnosticTests {
    static let cases: [MistakeCase] = [
        MistakeCase(
            "unknown flag, near",
            #"""
            # A

            ```swift hiden
            let x = 1
            ```
            """#,
            #"""
            a.md:3:10: error: unknown cell flag 'hiden' [unknown-flag]
            ```swift hiden
                     ^~~~~
            help: did you mean 'hidden'?
            """#),
        MistakeCase(
            "unknown flag, far",
            #"""
            # A

            ```swift keep banana
            let x = 1
            ```
            """#,
            #"""
            a.md:3:15: error: unknown cell flag 'banana' [unknown-flag]
            ```swift keep banana
                          ^~~~~~
            help: flags are hidden, folded, quiet, compile, fails, warns, throws, traps, alone, fresh, keep, parameters, optimize, show
            """#),
        MistakeCase(
            "option as a flag",
            #"""
            # A

            ```swift label=fig-a
            let x = 1
            ```
            """#,
            #"""
            a.md:3:10: error: unknown cell flag 'label=fig-a' [unknown-flag]
            ```swift label=fig-a
                     ^~~~~~~~~~~
            help: 'label' is an option: write '//| label: …' at the top of the cell
            """#),
        MistakeCase(
            "flag twice",
            #"""
            # A

            ```swift keep folded keep
            let x = 1
            ```
            """#,
            #"""
            a.md:3:22: error: the flag 'keep' is given twice [duplicate-flag]
            ```swift keep folded keep
                                 ^~~~
            a.md:3:10: note: it was given here first
            ```swift keep folded keep
                     ^~~~
            help: remove one of the two
            """#),
        MistakeCase(
            "capital letter",
            #"""
            # A

            ```Swift hidden
            let x = 1
            ```
            """#,
            #"""
            a.md:3:4: error: 'Swift' is not 'swift', so this block is not run [unknown-language]
            ```Swift hidden
               ^~~~~
            help: write 'swift' to run it, 'swift show' to show it only
            """#),
        MistakeCase(
            "letters swapped",
            #"""
            # A

            ```swfit
            let x = 1
            ```
            """#,
            #"""
            a.md:3:4: error: 'swfit' is not 'swift', so this block is not run [unknown-language]
            ```swfit
               ^~~~~
            help: write 'swift' to run it, 'swift show' to show it only
            """#),
        MistakeCase(
            "comma",
            #"""
            # A

            ```swift,hidden
            let x = 1
            ```
            """#,
            #"""
            a.md:3:4: error: 'swift,hidden' is not 'swift', so this block is not run [unknown-language]
            ```swift,hidden
               ^~~~~~~~~~~~
            help: write 'swift hidden'
            """#),
        MistakeCase(
            "braces",
            #"""
            # A

            ```{swift}
            let x = 1
            ```
            """#,
            #"""
            a.md:3:4: error: '{swift}' is not 'swift', so this block is not run [unknown-language]
            ```{swift}
               ^~~~~~~
            help: write 'swift' to run it, 'swift show' to show it only
            """#),
        MistakeCase(
            "flag of a listing",
            #"""
            # A

            ```swift show hidden
            let x = 1
            ```
            """#,
            #"""
            a.md:3:15: error: 'hidden' has no effect: 'swift show' is never run [flag-of-listing]
            ```swift show hidden
                          ^~~~~~
            help: remove 'hidden', or remove 'show'
            """#),
        MistakeCase(
            "unclosed",
            #"""
            # A

            ```swift
            let x = 1
            """#,
            #"""
            a.md:3:1: error: the fence is not closed [unclosed-fence]
            ```swift
            ^~~~~~~~
            help: write ``` on a line of its own below the code
            """#),
        MistakeCase(
            "unclosed, shorter line",
            #"""
            # A

            ````swift
            let x = 1
            ```

            Prose.
            """#,
            #"""
            a.md:3:1: error: the fence is not closed [unclosed-fence]
            ````swift
            ^~~~~~~~~
            a.md:5:1: note: this line has fewer characters than the opening one, so it does not close the fence
            ```
            ^~~
            help: write ```` on a line of its own below the code
            """#),
        MistakeCase(
            "unclosed, tildes",
            #"""
            # A

            ```swift
            let x = 1
            ~~~
            """#,
            #"""
            a.md:3:1: error: the fence is not closed [unclosed-fence]
            ```swift
            ^~~~~~~~
            a.md:5:1: note: this line is made of another character, so it does not close the fence
            ~~~
            ^~~
            help: write ``` on a line of its own below the code
            """#),
        MistakeCase(
            "unclosed, next fence",
            #"""
            # A

            ```swift
            let x = 1

            ```swift
            let y = 2
            ```
            """#,
            #"""
            a.md:3:1: error: the fence is not closed before the next one opens [unclosed-fence]
            ```swift
            ^~~~~~~~
            a.md:6:1: note: another fence opens here
            ```swift
            ^~~~~~~~
            help: write ``` on a line of its own above line 6
            help: to show a fence in a fence, open and close the outer one with ````
            """#),
        MistakeCase(
            "fence in a fence of the same length",
            #"""
            # A

            ```markdown
            ```swift
            let x = 1
            ```
            ```
            """#,
            #"""
            a.md:3:1: error: the fence is not closed before the next one opens [unclosed-fence]
            ```markdown
            ^~~~~~~~~~~
            a.md:4:1: note: another fence opens here
            ```swift
            ^~~~~~~~
            help: write ``` on a line of its own above line 4
            help: to show a fence in a fence, open and close the outer one with ````
            a.md:7:1: error: the fence is not closed [unclosed-fence]
            ```
            ^~~
            help: write ``` on a line of its own below the code
            """#),
        MistakeCase(
            "cell in a list",
            #"""
            # A

            - item

              ```swift
              let x = 1
              ```
            """#,
            #"""
            a.md:5:3: error: a cell must stand at the left margin, not in a list or quote, so this one is not run [nested-cell]
              ```swift
              ^~~~~~~~
            help: move it out, or write 'swift show' to show it only
            """#),
        MistakeCase(
            "cell in a quote",
            #"""
            > ```swift keep
            > let x = 1
            > ```
            """#,
            #"""
            a.md:1:3: error: a cell must stand at the left margin, not in a list or quote, so this one is not run [nested-cell]
            > ```swift keep
              ^~~~~~~~~~~~~
            help: move it out, or write 'swift show' to show it only
            """#),
        MistakeCase(
            "cell in a directive",
            #"""
            > [!EXERCISE] Try
            >
            > ```swift
            > let x = 1
            > ```
            """#,
            #"""
            a.md:3:3: error: a cell must stand at the left margin, not in a list or quote, so this one is not run [nested-cell]
            > ```swift
              ^~~~~~~~
            help: move it out, or write 'swift show' to show it only
            """#),
        MistakeCase(
            "indented cell",
            #"""
            # A

              ```swift
              let x = 1
              ```
            """#,
            #"""
            a.md:3:3: error: the fence is indented by 2, so columns of its code would not agree with the file [indented-cell]
              ```swift
              ^~~~~~~~
            help: move the whole cell to the left margin
            """#),
        MistakeCase(
            "math fence with more than a name",
            #"""
            ```math {#eq-a} tall
            x
            ```
            """#,
            #"""
            a.md:1:9: error: a math fence takes nothing but a name [math-info]
            ```math {#eq-a} tall
                    ^~~~~~~~~~~~
            help: write ```math {#eq-name}
            """#),
    ]

    @Test("ChapterParser.parse", arguments: cases)
    func saysWhatIsWrong(mistake: MistakeCase) {
        mistake.check()
    }
}
