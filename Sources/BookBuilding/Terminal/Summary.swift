import BookModel

/// The words at the end of a build: each diagnostic with its excerpt, then one line that counts.
public struct Summary: Sendable {
    public let text: String
    /// Whether the build counts as failed.
    public let hasFailed: Bool

    /// - Parameter isStrict: whether warnings fail the build too.
    public init(_ diagnostics: [Diagnostic], sources: [String: SourceFile], isStrict: Bool) {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        hasFailed = errors > 0 || (isStrict && warnings > 0)
        var lines = diagnostics.map { $0.text(quoting: $0.file.flatMap { sources[$0] }) }
        if errors + warnings > 0 {
            let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
                .map { Progress.count($0.0, $0.1) }.joined(separator: ", ")
            lines.append(counts + (isStrict && errors == 0 ? "; --strict counts warnings as errors" : ""))
        }
        text = lines.joined(separator: "\n\n")
    }
}
