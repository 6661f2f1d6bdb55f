import Testing

/// What is said about mistakes in options of a cell, word for word.
@Suite struct OptionDiagnosticTests {
    static let cases: [MistakeCase] = [
        MistakeCase(
            "unknown, near",
            #"""
            ```swift
            //| lable: fig-a
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: unknown cell option 'lable' [unknown-option]
            //| lable: fig-a
                ^~~~~
            help: did you mean 'label'?
            """#),
        MistakeCase(
            "unknown, far",
            #"""
            ```swift
            //| banana: 3
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: unknown cell option 'banana' [unknown-option]
            //| banana: 3
                ^~~~~~
            help: options are label, caption, alt, inputs, time-limit, memory-limit, message, expect, expect-file, tolerance, order, ignore, columns, fold
            """#),
        MistakeCase(
            "flag as an option",
            #"""
            ```swift
            //| hidden: true
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: unknown cell option 'hidden' [unknown-option]
            //| hidden: true
                ^~~~~~
            help: 'hidden' is a flag: write 'swift hidden' in the fence
            """#),
        MistakeCase(
            "twice",
            #"""
            ```swift
            //| label: fig-a
            //| caption: A
            //| label: fig-b
            let x = 1
            ```
            """#,
            #"""
            a.md:4:5: error: 'label' is given twice [duplicate-key]
            //| label: fig-b
                ^~~~~
            a.md:2:5: note: it was given here first
            //| label: fig-a
                ^~~~~
            help: remove one of the two
            """#),
        MistakeCase(
            "below code",
            #"""
            ```swift
            let x = 1
            //| label: fig-a
            ```
            """#,
            #"""
            a.md:3:1: error: an option below the first line of code has no effect [misplaced-option]
            //| label: fig-a
            ^~~~~~~~~~~~~~~~
            help: move the line to the top of the cell, or write '//' for a comment
            """#),
        MistakeCase(
            "label with a blank",
            #"""
            ```swift
            //| label: fig pancakes
            let x = 1
            ```
            """#,
            #"""
            a.md:2:12: error: 'fig pancakes' cannot be the label of a cell [bad-name]
            //| label: fig pancakes
                       ^~~~~~~~~~~~
            help: write 'fig-pancakes': names start with a letter and go on with letters, digits and hyphens
            """#),
        MistakeCase(
            "label without a value",
            #"""
            ```swift
            //| label:
            let x = 1
            ```
            """#,
            #"""
            a.md:2:11: error: the option 'label' has no value, expected a name [option-value]
            //| label:
                      ^
            help: write for example 'fig-name'
            """#),
        MistakeCase(
            "label of the engine",
            #"""
            ```swift
            //| label: cell-7
            let x = 1
            ```
            """#,
            #"""
            a.md:2:12: error: pages have the name 'cell-7' themselves [reserved-name]
            //| label: cell-7
                       ^~~~~~
            help: choose another name, such as 'my-cell-7'
            """#),
        MistakeCase(
            "negative time",
            #"""
            ```swift
            //| time-limit: -3
            let x = 1
            ```
            """#,
            #"""
            a.md:2:17: error: the option 'time-limit' is '-3', expected a time of more than 0 [option-value]
            //| time-limit: -3
                            ^~
            help: write for example '30', '500ms' or '2min'
            """#),
        MistakeCase(
            "time in words",
            #"""
            ```swift
            //| time-limit: "abc"
            let x = 1
            ```
            """#,
            #"""
            a.md:2:17: error: the option 'time-limit' is 'abc', expected a time of more than 0 [option-value]
            //| time-limit: "abc"
                            ^~~~~
            help: write for example '30', '500ms' or '2min'
            """#),
        MistakeCase(
            "no time",
            #"""
            ```swift
            //| time-limit: 0s
            let x = 1
            ```
            """#,
            #"""
            a.md:2:17: error: the option 'time-limit' is '0s', expected a time of more than 0 [option-value]
            //| time-limit: 0s
                            ^~
            help: write for example '30', '500ms' or '2min'
            """#),
        MistakeCase(
            "memory without a number",
            #"""
            ```swift
            //| memory-limit: lots
            let x = 1
            ```
            """#,
            #"""
            a.md:2:19: error: the option 'memory-limit' is 'lots', expected a number of bytes, more than 0 [option-value]
            //| memory-limit: lots
                              ^~~~
            help: write for example '512MB' or '2GB'
            """#),
        MistakeCase(
            "inputs as a mapping",
            #"""
            ```swift
            //| inputs: {a: b}
            let x = 1
            ```
            """#,
            #"""
            a.md:2:13: error: the option 'inputs' is a mapping, expected a file or a list of files [option-value]
            //| inputs: {a: b}
                        ^~~~~~
            help: write for example '[Data/loans.csv]'
            """#),
        MistakeCase(
            "caption as a list",
            #"""
            ```swift
            //| caption: [a, b]
            let x = 1
            ```
            """#,
            #"""
            a.md:2:14: error: the option 'caption' is a list, expected a text [option-value]
            //| caption: [a, b]
                         ^~~~~~
            help: write for example '"Stripes"'
            """#),
        MistakeCase(
            "not YAML",
            #"""
            ```swift
            //| caption: "no end
            let x = 1
            ```
            """#,
            #"""
            a.md:2:21: error: this is not YAML: found unexpected end of stream [unreadable-yaml]
            //| caption: "no end
                                ^
            help: write 'key: value', with quotes around a value that holds ': ' or '#' or starts with a mark
            """#),
        MistakeCase(
            "no mapping",
            #"""
            ```swift
            //| label
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: the options of a cell must be written as keys with values [unreadable-yaml]
            //| label
                ^~~~~
            help: write 'key: value', one on each line
            """#),
        MistakeCase(
            "message without a requirement",
            #"""
            ```swift
            //| message: out of range
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: the option 'message' has no effect: the cell is not required to fail or to warn [option-conflict]
            //| message: out of range
                ^~~~~~~
            help: add one of the flags fails, warns, throws, traps
            """#),
        MistakeCase(
            "expectation of a cell that is not run",
            #"""
            ```swift compile
            //| expect: 1
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: the option 'expect' has no effect: a cell with the flag 'compile' is not run [option-conflict]
            //| expect: 1
                ^~~~~~
            help: remove 'expect' or 'compile'
            """#),
        MistakeCase(
            "time of a cell that must not compile",
            #"""
            ```swift fails
            //| time-limit: 3
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: the option 'time-limit' has no effect: a cell with the flag 'fails' is not run [option-conflict]
            //| time-limit: 3
                ^~~~~~~~~~
            help: remove 'time-limit' or 'fails'
            """#),
        MistakeCase(
            "caption of a hidden cell",
            #"""
            ```swift hidden
            //| caption: A
            let x = 1
            ```
            """#,
            #"""
            a.md:2:5: error: the option 'caption' has no effect: a hidden cell shows nothing [option-conflict]
            //| caption: A
                ^~~~~~~
            help: remove 'caption' or 'hidden'
            """#),
    ]

    @Test("ChapterParser.parse", arguments: cases)
    func saysWhatIsWrong(mistake: MistakeCase) {
        mistake.check()
    }
}
