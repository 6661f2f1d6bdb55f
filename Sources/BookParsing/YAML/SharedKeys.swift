import BookModel

/// Reads values that the front matter of a chapter and `book.yml` have in common.
struct KeyReader {
    let findings: Findings

    func text(_ entry: YAMLText.Entry, example: String) -> String? {
        guard let string = entry.value.string, !string.isEmpty else {
            refuse(entry, expected: "a text", example: example)
            return nil
        }
        return string
    }

    func texts(_ entry: YAMLText.Entry, example: String) -> [String] {
        guard let strings = entry.value.strings, !strings.isEmpty else {
            refuse(entry, expected: "a text or a list of texts", example: example)
            return []
        }
        return strings.map(\.text)
    }

    func language(_ entry: YAMLText.Entry) -> LanguageMode? {
        let mode = entry.value.string.flatMap(LanguageMode.init)
        if mode == nil { refuse(entry, expected: "a language mode of Swift, 5 or 6", example: "'6'") }
        return mode
    }

    func seconds(_ entry: YAMLText.Entry) -> Double? {
        let seconds = entry.value.string.flatMap(Quantity.seconds)
        if seconds == nil {
            refuse(entry, expected: "a time of more than 0", example: "'30', '500ms' or '2min'")
        }
        return seconds
    }

    func bytes(_ entry: YAMLText.Entry) -> Int? {
        let bytes = entry.value.string.flatMap(Quantity.bytes)
        if bytes == nil { refuse(entry, expected: "a size of more than 0", example: "'4GB' or '500MB'") }
        return bytes
    }

    func truth(_ entry: YAMLText.Entry) -> Bool? {
        switch entry.value.string {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            refuse(entry, expected: "'yes' or 'no'", example: "'no'")
            return nil
        }
    }

    func refuse(_ entry: YAMLText.Entry, expected: String, example: String) {
        findings.add(
            .keyValue(
                entry.key, entry.value.kind, expected: expected, example: example, at: entry.value.range))
    }
}
