import Testing

/// What is said about mistakes in options that say what a cell must show, word for word.
@Suite struct ExpectationDiagnosticTests {
    static let cases: [MistakeCase] = [
        MistakeCase(
            "tolerance about",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: about
            let x = 1
            ```
            """#,
            #"""
            a.md:3:16: error: the option 'tolerance' is 'about', expected a number of at least 0 or a percentage [option-value]
            //| tolerance: about
                           ^~~~~
            help: write for example '0.01', '5%', '{absolute: 0.01, relative: 5%}' or '{heading of a column: 5%}'
            """#),
        MistakeCase(
            "tolerance -1",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: -1
            let x = 1
            ```
            """#,
            #"""
            a.md:3:16: error: the option 'tolerance' is '-1', expected a number of at least 0 or a percentage [option-value]
            //| tolerance: -1
                           ^~
            help: write for example '0.01', '5%', '{absolute: 0.01, relative: 5%}' or '{heading of a column: 5%}'
            """#),
        MistakeCase(
            "tolerance .nan",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: .nan
            let x = 1
            ```
            """#,
            #"""
            a.md:3:16: error: the option 'tolerance' is '.nan', expected a number of at least 0 or a percentage [option-value]
            //| tolerance: .nan
                           ^~~~
            help: write for example '0.01', '5%', '{absolute: 0.01, relative: 5%}' or '{heading of a column: 5%}'
            """#),
        MistakeCase(
            "tolerance .inf",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: .inf
            let x = 1
            ```
            """#,
            #"""
            a.md:3:16: error: the option 'tolerance' is '.inf', expected a number of at least 0 or a percentage [option-value]
            //| tolerance: .inf
                           ^~~~
            help: write for example '0.01', '5%', '{absolute: 0.01, relative: 5%}' or '{heading of a column: 5%}'
            """#),
        MistakeCase(
            "tolerance -5%",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: -5%
            let x = 1
            ```
            """#,
            #"""
            a.md:3:16: error: the option 'tolerance' is '-5%', expected a number of at least 0 or a percentage [option-value]
            //| tolerance: -5%
                           ^~~
            help: write for example '0.01', '5%', '{absolute: 0.01, relative: 5%}' or '{heading of a column: 5%}'
            """#),
        MistakeCase(
            "tolerance 1e999",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: 1e999
            let x = 1
            ```
            """#,
            #"""
            a.md:3:16: error: the option 'tolerance' is '1e999', expected a number of at least 0 or a percentage [option-value]
            //| tolerance: 1e999
                           ^~~~~
            help: write for example '0.01', '5%', '{absolute: 0.01, relative: 5%}' or '{heading of a column: 5%}'
            """#),
        MistakeCase(
            "tolerance as a list",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: [1]
            let x = 1
            ```
            """#,
            #"""
            a.md:3:16: error: the option 'tolerance' is a list, expected a number of at least 0 or a percentage [option-value]
            //| tolerance: [1]
                           ^~~
            help: write for example '0.01', '5%', '{absolute: 0.01, relative: 5%}' or '{heading of a column: 5%}'
            """#),
        MistakeCase(
            "tolerance of a column",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: {seconds: soon}
            let x = 1
            ```
            """#,
            #"""
            a.md:3:26: error: the tolerance of 'seconds' is 'soon', expected a number of at least 0 or a percentage [option-value]
            //| tolerance: {seconds: soon}
                                     ^~~~
            help: write for example '0.01', '5%', '{absolute: 0.01, relative: 5%}' or '{heading of a column: 5%}'
            """#),
        MistakeCase(
            "percentage as absolute",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: {absolute: 5%}
            let x = 1
            ```
            """#,
            #"""
            a.md:3:27: error: 'absolute' of the option 'tolerance' is '5%', expected a number of at least 0 [option-value]
            //| tolerance: {absolute: 5%}
                                      ^~
            help: write for example '0.01', and a percentage behind 'relative'
            """#),
        MistakeCase(
            "negative as relative",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: {relative: -5%}
            let x = 1
            ```
            """#,
            #"""
            a.md:3:27: error: 'relative' of the option 'tolerance' is '-5%', expected a number of at least 0 or a percentage [option-value]
            //| tolerance: {relative: -5%}
                                      ^~~
            help: write for example '0.01', '5%', '{absolute: 0.01, relative: 5%}' or '{heading of a column: 5%}'
            """#),
        MistakeCase(
            "unknown kind of tolerance of a column",
            #"""
            ```swift
            //| expect: 1
            //| tolerance: {seconds: {absolut: 3}}
            let x = 1
            ```
            """#,
            #"""
            a.md:3:27: error: unknown key 'absolut' of the tolerance of 'seconds' [unknown-key]
            //| tolerance: {seconds: {absolut: 3}}
                                      ^~~~~~~
            help: did you mean 'absolute'?
            """#),
        MistakeCase(
            "tolerance without an expectation",
            #"""
            ```swift
            //| tolerance: 0.1
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: the option 'tolerance' has no effect: there is no 'expect' [option-conflict]
            //| tolerance: 0.1
                ^~~~~~~~~
            help: add 'expect' or 'expect-file', or remove it
            """#),
        MistakeCase(
            "order without an expectation",
            #"""
            ```swift
            //| order: any
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: the option 'order' has no effect: there is no 'expect' [option-conflict]
            //| order: any
                ^~~~~
            help: add 'expect' or 'expect-file', or remove it
            """#),
        MistakeCase(
            "ignore without an expectation",
            #"""
            ```swift
            //| ignore: x+
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: the option 'ignore' has no effect: there is no 'expect' [option-conflict]
            //| ignore: x+
                ^~~~~~
            help: add 'expect' or 'expect-file', or remove it
            """#),
        MistakeCase(
            "two expectations",
            #"""
            ```swift
            //| expect-file: a.expected/x.txt
            //| expect: 1
            let x = 1
            ```
            """#,
            #"""
            a.md:3:5: error: the options 'expect' and 'expect-file' do not go together: a cell shows one text [option-conflict]
            //| expect: 1
                ^~~~~~
            a.md:2:5: note: the other one is here
            //| expect-file: a.expected/x.txt
                ^~~~~~~~~~~
            help: remove one of the two
            """#),
        MistakeCase(
            "expectation without a value",
            #"""
            ```swift
            //| expect:
            let x = 1
            ```
            """#,
            #"""
            a.md:2:12: error: the option 'expect' has no value, expected a text [option-value]
            //| expect:
                       ^
            help: write for example '"Stripes"'
            """#),
        MistakeCase(
            "file /tmp/a.expected",
            #"""
            ```swift
            //| expect-file: /tmp/a.expected
            let x = 1
            ```
            """#,
            #"""
            a.md:2:18: error: the file '/tmp/a.expected' is not below the folder of the chapters [foreign-expectation]
            //| expect-file: /tmp/a.expected
                             ^~~~~~~~~~~~~~~
            help: name it relative to Chapters/, in a folder of its own: '08-clwe.expected/table.txt'
            """#),
        MistakeCase(
            "file ../a.expected/x",
            #"""
            ```swift
            //| expect-file: ../a.expected/x
            let x = 1
            ```
            """#,
            #"""
            a.md:2:18: error: the file '../a.expected/x' is not below the folder of the chapters [foreign-expectation]
            //| expect-file: ../a.expected/x
                             ^~~~~~~~~~~~~~~
            help: name it relative to Chapters/, in a folder of its own: '08-clwe.expected/table.txt'
            """#),
        MistakeCase(
            "file a.expected/../../x",
            #"""
            ```swift
            //| expect-file: a.expected/../../x
            let x = 1
            ```
            """#,
            #"""
            a.md:2:18: error: the file 'a.expected/../../x' is not below the folder of the chapters [foreign-expectation]
            //| expect-file: a.expected/../../x
                             ^~~~~~~~~~~~~~~~~~
            help: name it relative to Chapters/, in a folder of its own: '08-clwe.expected/table.txt'
            """#),
        MistakeCase(
            "file 08-clwe.md",
            #"""
            ```swift
            //| expect-file: 08-clwe.md
            let x = 1
            ```
            """#,
            #"""
            a.md:2:18: error: the option 'expect-file' is '08-clwe.md', expected a file in a folder whose name ends with '.expected' [option-value]
            //| expect-file: 08-clwe.md
                             ^~~~~~~~~~
            help: write for example '08-clwe.expected/table.txt'; what is called so is not data that cells read
            """#),
        MistakeCase(
            "file Data/x.txt",
            #"""
            ```swift
            //| expect-file: Data/x.txt
            let x = 1
            ```
            """#,
            #"""
            a.md:2:18: error: the option 'expect-file' is 'Data/x.txt', expected a file in a folder whose name ends with '.expected' [option-value]
            //| expect-file: Data/x.txt
                             ^~~~~~~~~~
            help: write for example '08-clwe.expected/table.txt'; what is called so is not data that cells read
            """#),
        MistakeCase(
            "file .expected/x",
            #"""
            ```swift
            //| expect-file: .expected/x
            let x = 1
            ```
            """#,
            #"""
            a.md:2:18: error: the option 'expect-file' is '.expected/x', expected a file in a folder whose name ends with '.expected' [option-value]
            //| expect-file: .expected/x
                             ^~~~~~~~~~~
            help: write for example '08-clwe.expected/table.txt'; what is called so is not data that cells read
            """#),
        MistakeCase(
            "file a.expected//x",
            #"""
            ```swift
            //| expect-file: a.expected//x
            let x = 1
            ```
            """#,
            #"""
            a.md:2:18: error: the option 'expect-file' is 'a.expected//x', expected a file in a folder whose name ends with '.expected' [option-value]
            //| expect-file: a.expected//x
                             ^~~~~~~~~~~~~
            help: write for example '08-clwe.expected/table.txt'; what is called so is not data that cells read
            """#),
        MistakeCase(
            "order that is none",
            #"""
            ```swift
            //| expect: 1
            //| order: sorted
            let x = 1
            ```
            """#,
            #"""
            a.md:3:12: error: the option 'order' is 'sorted', expected 'any' [option-value]
            //| order: sorted
                       ^~~~~~
            help: write 'order: any', or leave it out
            """#),
        MistakeCase(
            "pattern (a",
            #"""
            ```swift
            //| expect: 1
            //| ignore: [x, (a]
            let x = 1
            ```
            """#,
            #"""
            a.md:3:17: error: '(a' is not a regular expression: expected ')' [malformed-pattern]
            //| ignore: [x, (a]
                            ^~
            help: correct it, or write a backslash before a character that stands for itself: '\(' or '\*'
            """#),
        MistakeCase(
            "pattern [z-a]",
            #"""
            ```swift
            //| expect: 1
            //| ignore: [x, '[z-a]']
            let x = 1
            ```
            """#,
            #"""
            a.md:3:17: error: '[z-a]' is not a regular expression: character 'z' must compare less than or equal to 'a' [malformed-pattern]
            //| ignore: [x, '[z-a]']
                            ^~~~~~~~
            help: correct it, or write a backslash before a character that stands for itself: '\(' or '\*'
            """#),
        MistakeCase(
            "pattern *a",
            #"""
            ```swift
            //| expect: 1
            //| ignore: [x, '*a']
            let x = 1
            ```
            """#,
            #"""
            a.md:3:17: error: '*a' is not a regular expression: quantifier '*' must appear after expression [malformed-pattern]
            //| ignore: [x, '*a']
                            ^~~~~
            help: correct it, or write a backslash before a character that stands for itself: '\(' or '\*'
            """#),
        MistakeCase(
            "pattern that is none",
            #"""
            ```swift
            //| expect: 1
            //| ignore: {a: b}
            let x = 1
            ```
            """#,
            #"""
            a.md:3:13: error: the option 'ignore' is a mapping, expected a regular expression or a list of them [option-value]
            //| ignore: {a: b}
                        ^~~~~~
            help: write for example '["took [0-9.]+ s"]'
            """#),
    ]

    @Test("ChapterParser.parse", arguments: cases)
    func saysWhatIsWrong(mistake: MistakeCase) {
        mistake.check()
    }
}
