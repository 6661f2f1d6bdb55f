import BookModel

/// What the Swift runtime prints when a program traps, found in the standard error of a cell.
struct TrapMessage: Hashable, Sendable {
    /// `Index out of range`; `nil` when the runtime gave no reason.
    let reason: String?
    /// The description of the error that reached the top level, where that ended the program.
    let thrownError: String?

    /// How the runtime begins; the reason follows behind a colon, where there is one.
    private static let openings = ["Fatal error", "Precondition failed", "Assertion failed"]
    private static let thrown = "Error raised at top level: "

    /// Takes the runtime's lines off the end of a cell's standard error.
    ///
    /// They are shown as a diagnostic instead, and the addresses in them differ from run to run.
    static func take(from outputs: inout [CellOutput]) -> TrapMessage {
        guard let index = outputs.lastIndex(where: { if case .standardError = $0 { true } else { false } }),
            case .standardError(var text) = outputs[index]
        else { return TrapMessage(reason: nil, thrownError: nil) }
        if let banner = text.lastRange(ofLine: "*** Signal ") {
            text = String(text[..<banner]).trimmingNewlines()
        }
        text = text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("swift-runtime: ") }.joined(separator: "\n")
        var reason: String?
        if let mark = text.lastRange(ofAny: openings) {
            let lineStart =
                text[..<mark.lowerBound].lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
            let rest = text[mark.upperBound...]
            reason = String(rest.hasPrefix(": ") ? rest.dropFirst(2) : text[mark.lowerBound...])
                .trimmingNewlines()
            text = String(text[..<lineStart])
        }
        if text.isEmpty {
            outputs.remove(at: index)
        } else {
            outputs[index] = .standardError(text)
        }
        // The runtime names types with their module, which is the engine's business.
        reason = reason?.replacing("\(SwiftCompiler.moduleName).", with: "")
        if let reason, reason.hasPrefix(thrown) {
            return TrapMessage(reason: nil, thrownError: String(reason.dropFirst(thrown.count)))
        }
        return TrapMessage(reason: reason, thrownError: nil)
    }
}

extension String {
    /// The last place of one of `words` that ends its line or stands in front of a colon.
    fileprivate func lastRange(ofAny words: [String]) -> Range<String.Index>? {
        words.flatMap { ranges(of: $0) }
            .filter { self[$0.upperBound...].hasPrefix(": ") || self[$0.upperBound...].first ?? "\n" == "\n" }
            .max { $0.lowerBound < $1.lowerBound }
    }

    /// The start of the last line that begins with `prefix`.
    fileprivate func lastRange(ofLine prefix: String) -> String.Index? {
        var found: String.Index?
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(prefix) { found = start }
            guard let end = self[start...].firstIndex(of: "\n") else { break }
            start = index(after: end)
        }
        return found
    }

    fileprivate func trimmingNewlines() -> String {
        var text = Substring(self)
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
