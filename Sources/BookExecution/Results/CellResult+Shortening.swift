import BookModel

extension CellResult {
    /// Keeps the beginning of what the cell printed, for a cell that printed too much.
    /// - Returns: the number of bytes that are kept at most.
    mutating func shortenOutputs() -> Int {
        let kept = 64_000
        var rest = kept
        outputs = outputs.compactMap { output in
            func cut(_ text: String) -> String? {
                guard rest > 0 else { return nil }
                let part = String(decoding: text.utf8.prefix(rest), as: UTF8.self)
                rest -= part.utf8.count
                return part.utf8.count < text.utf8.count ? part + "\n…" : part
            }
            switch output {
            case .standardOutput(let text): return cut(text).map(CellOutput.standardOutput)
            case .standardError(let text): return cut(text).map(CellOutput.standardError)
            case .value, .claim: return output
            }
        }
        return kept
    }
}
