extension Diagnostic {
    /// By file, then by place; what has no place comes first.
    public static func isInReadingOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        if left.file != right.file { return left.file ?? "" < right.file ?? "" }
        let start = SourcePosition(line: 0, column: 0)
        return left.range?.start ?? start < right.range?.start ?? start
    }
}
