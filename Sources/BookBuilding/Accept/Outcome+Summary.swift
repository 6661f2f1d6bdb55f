extension BookAccepting.Outcome {
    /// The last words: what was accepted and how to review it, or why nothing was.
    ///
    /// - Parameter root: the root of the book as it was typed; `nil` for the current folder.
    public func summary(isDryRun: Bool, root: String?) -> String {
        let outputs = Progress.count(changes.count, "output")
        if changes.isEmpty {
            if !diagnostics.isEmpty { return "nothing accepted" }
            if holding == 0 { return "nothing to accept: no cell has the option `expect` or `expect-file`" }
            let shows = holding == 1 ? "the cell shows what it is" : "all \(holding) cells show what they are"
            return "nothing to accept: \(shows) expected to"
        }
        let names = files.sorted().joined(separator: " ")
        if isDryRun { return "\(outputs) would be accepted, in \(names); nothing is written" }
        let folder = root.map { " -C \($0)" } ?? ""
        return "\(outputs) accepted; review them with `git\(folder) diff \(names)`"
    }
}
