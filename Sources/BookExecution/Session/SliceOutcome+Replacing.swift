import BookModel

extension SliceOutcome {
    /// Replaces a path wherever the results name it: without confinement a program sees the folder of this very run,
    /// which has another name in the next.
    mutating func replace(_ path: String, by name: String) {
        func replaced(_ text: String) -> String { text.replacing(path, with: name) }
        for (id, result) in results {
            var result = result
            result.outputs = result.outputs.map { $0.mapTexts(replaced) }
            result.requiredFailure = result.requiredFailure.map(replaced)
            results[id] = result
        }
        values = values.mapValues { MIMEBundle($0.representations.mapValues(replaced)) }
        for index in diagnostics.indices {
            diagnostics[index].message = replaced(diagnostics[index].message)
            for note in diagnostics[index].notes.indices {
                diagnostics[index].notes[note].message = replaced(diagnostics[index].notes[note].message)
            }
        }
    }
}

extension CellOutput {
    fileprivate func mapTexts(_ change: (String) -> String) -> CellOutput {
        switch self {
        case .standardOutput(let text): .standardOutput(change(text))
        case .standardError(let text): .standardError(change(text))
        case .value(let bundle): .value(MIMEBundle(bundle.representations.mapValues(change)))
        case .claim(let claim):
            .claim(
                ClaimResult(
                    sentence: change(claim.sentence), measured: change(claim.measured), bound: claim.bound,
                    holds: claim.holds, line: claim.line))
        }
    }
}
