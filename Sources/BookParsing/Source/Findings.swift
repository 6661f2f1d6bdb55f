import BookModel

/// Collects what a person must know about one file while it is read.
final class Findings {
    let file: String
    private(set) var diagnostics: [Diagnostic] = []

    init(file: String) {
        self.file = file
    }

    func add(_ diagnostic: Diagnostic) {
        var diagnostic = diagnostic
        diagnostic.file = file
        for index in diagnostic.notes.indices where diagnostic.notes[index].range != nil {
            diagnostic.notes[index].file = diagnostic.notes[index].file ?? file
        }
        diagnostics.append(diagnostic)
    }

    /// All diagnostics by their place; those without one come first.
    var sorted: [Diagnostic] {
        diagnostics.enumerated().sorted { left, right in
            let origin = SourcePosition(line: 0, column: 0)
            let starts = (left.element.range?.start ?? origin, right.element.range?.start ?? origin)
            return starts.0 == starts.1 ? left.offset < right.offset : starts.0 < starts.1
        }.map(\.element)
    }
}
