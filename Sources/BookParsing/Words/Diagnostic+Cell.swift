import BookModel

/// Words about fences and cells.
extension Diagnostic {
    // MARK: - Fences

    static func unclosedFence(_ marker: String, at range: SourceRange, suspects: [SuspectFence]) -> Diagnostic
    {
        let notes = suspects.map { suspect in
            Note(
                suspect.isOpening
                    ? "another fence opens here"
                    : suspect.isOtherCharacter
                        ? "this line is made of another character, so it does not close the fence"
                        : "this line has fewer characters than the opening one, so it does not close the fence",
                range: suspect.range)
        }
        return Diagnostic(
            .error, "unclosed-fence", file: nil, range: range, "the fence is not closed", notes: notes,
            repairs: ["write \(marker) on a line of its own below the code"])
    }

    static func interruptedFence(_ marker: String, at range: SourceRange, by other: SourceRange) -> Diagnostic
    {
        Diagnostic(
            .error, "unclosed-fence", file: nil, range: range,
            "the fence is not closed before the next one opens",
            notes: [Note("another fence opens here", range: other)],
            repairs: [
                "write \(marker) on a line of its own above line \(other.start.line)",
                "to show a fence in a fence, open and close the outer one with \(marker)\(marker.suffix(1))",
            ])
    }

    static func nestedCell(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "nested-cell", file: nil, range: range,
            "a cell must stand at the left margin, not in a list or quote, so this one is not run",
            repairs: ["move it out, or write 'swift show' to show it only"])
    }

    static func indentedCell(by columns: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "indented-cell", file: nil, range: range,
            "the fence is indented by \(columns), so columns of its code would not agree with the file",
            repairs: ["move the whole cell to the left margin"])
    }

    static func unknownLanguage(_ word: String, at range: SourceRange) -> Diagnostic {
        let rest = word.hasPrefix("swift") && word.count > 6 ? word.dropFirst(6) : ""
        let isFlag = CellFlag(rawValue: String(rest)) != nil
        return Diagnostic(
            .error, "unknown-language", file: nil, range: range,
            "'\(word)' is not 'swift', so this block is not run",
            repairs: [
                isFlag ? "write 'swift \(rest)'" : "write 'swift' to run it, 'swift show' to show it only"
            ])
    }

    static func flagOfListing(_ word: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "flag-of-listing", file: nil, range: range,
            "'\(word)' has no effect: 'swift show' is never run",
            repairs: ["remove '\(word)', or remove 'show'"])
    }

    // MARK: - Flags

    static func unknownFlag(_ word: String, at range: SourceRange) -> Diagnostic {
        var repair = suggestion(for: word, among: CellFlag.allCases.map(\.rawValue) + ["show"], what: "flags")
        let key = word.prefix { $0 != "=" && $0 != ":" }
        if key.count < word.count, CellOption(rawValue: String(key)) != nil {
            repair = "'\(key)' is an option: write '//| \(key): …' at the top of the cell"
        } else if CellOption(rawValue: word) != nil {
            repair = "'\(word)' is an option: write '//| \(word): …' at the top of the cell"
        }
        return Diagnostic(
            .error, "unknown-flag", file: nil, range: range, "unknown cell flag '\(word)'", repairs: [repair])
    }

    static func duplicateFlag(_ flag: CellFlag, at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "duplicate-flag", file: nil, range: range, "the flag '\(flag.rawValue)' is given twice",
            notes: [Note("it was given here first", range: first)], repairs: ["remove one of the two"])
    }

    static func flagConflict(_ conflict: FlagRules.Conflict, at range: SourceRange) -> Diagnostic {
        let (first, second) = conflict.flags
        return Diagnostic(
            .error, "flag-conflict", file: nil, range: range,
            "the flags '\(first.rawValue)' and '\(second.rawValue)' do not go together: \(conflict.reason)",
            repairs: [conflict.repair])
    }

    // MARK: - Options

    static func unknownOption(_ key: String, at range: SourceRange) -> Diagnostic {
        var repair = suggestion(for: key, among: CellOption.allCases.map(\.rawValue), what: "options")
        if CellFlag(rawValue: key) != nil { repair = "'\(key)' is a flag: write 'swift \(key)' in the fence" }
        return Diagnostic(
            .error, "unknown-option", file: nil, range: range, "unknown cell option '\(key)'",
            repairs: [repair])
    }

    static func misplacedOption(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "misplaced-option", file: nil, range: range,
            "an option below the first line of code has no effect",
            repairs: ["move the line to the top of the cell, or write '//' for a comment"])
    }

    static func optionValue(_ option: CellOption, _ found: String, at range: SourceRange) -> Diagnostic {
        let expected: String
        let example: String
        switch option {
        case .timeLimit: (expected, example) = ("a time of more than 0", "'30', '500ms' or '2min'")
        case .memoryLimit: (expected, example) = ("a number of bytes, more than 0", "'512MB' or '2GB'")
        case .tolerance: (expected, example) = ("a number of at least 0 or a percentage", "'0.01' or '5%'")
        case .expectFile: (expected, example) = ("a file", "'08-clwe.expected/table.txt'")
        case .order: (expected, example) = ("'any'", "'order: any', or leave it out")
        case .ignore:
            (expected, example) = ("a regular expression or a list of them", "'[\"took [0-9.]+ s\"]'")
        case .inputs: (expected, example) = ("a file or a list of files", "'[Data/loans.csv]'")
        case .columns: (expected, example) = ("a column or a list of columns", "'[name, score]'")
        case .fold: (expected, example) = ("'no'", "'fold: no', or leave it out")
        case .label: (expected, example) = ("a name", "'fig-name'")
        case .caption, .alt, .message, .expect: (expected, example) = ("a text", "'\"Stripes\"'")
        }
        return Diagnostic(
            .error, "option-value", file: nil, range: range,
            "the option '\(option.rawValue)' \(found), expected \(expected)",
            repairs: [[.order, .fold].contains(option) ? "write \(example)" : "write for example \(example)"])
    }

    static func badLabel(_ label: String?, _ found: String, at range: SourceRange) -> Diagnostic {
        guard let label, !label.isEmpty else { return optionValue(.label, found, at: range) }
        let repaired = Name.repaired(label).map { "write '\($0)': " } ?? ""
        return Diagnostic(
            .error, "bad-name", file: nil, range: range, "'\(label)' cannot be the label of a cell",
            repairs: [repaired + "names start with a letter and go on with letters, digits and hyphens"])
    }

    static func messageWithoutRequirement(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "option-conflict", file: nil, range: range,
            "the option 'message' has no effect: the cell is not required to fail or to warn",
            repairs: ["add one of the flags fails, warns, throws, traps"])
    }

    static func optionWithoutRun(_ option: CellOption, _ flag: CellFlag, at range: SourceRange) -> Diagnostic
    {
        Diagnostic(
            .error, "option-conflict", file: nil, range: range,
            "the option '\(option.rawValue)' has no effect: a cell with the flag '\(flag.rawValue)' is not run",
            repairs: ["remove '\(option.rawValue)' or '\(flag.rawValue)'"])
    }

    static func optionOfHiddenCell(_ option: CellOption, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "option-conflict", file: nil, range: range,
            "the option '\(option.rawValue)' has no effect: a hidden cell shows nothing",
            repairs: ["remove '\(option.rawValue)' or 'hidden'"])
    }
}
