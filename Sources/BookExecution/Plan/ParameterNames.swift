import BookModel

/// The constants of parameter cells, and the literals that may replace theirs.
public enum ParameterNames {
    /// What is wrong with values for a chapter's parameters, in words with the repair; `nil` when nothing is.
    public static func fault(of parameters: [String: String], in chapter: Chapter) -> String? {
        let known = chapter.parameters.map(\.name)
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
            if !known.contains(name) {
                let nearest = Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
                let list =
                    known.isEmpty
                    ? "mark the cell that declares it with the flag `parameters`"
                    : "parameters of this chapter: \(known.joined(separator: ", "))"
                return "\(chapter.file) has no parameter '\(name)'\nhelp: \(nearest ?? list)"
            }
            if !Parameter.isLiteral(value) {
                return "'\(value)' is not a value that the parameter '\(name)' can take\n"
                    + "help: give a number, true, false or a string in quotation marks: --set \(name)=3"
            }
        }
        return nil
    }
}
