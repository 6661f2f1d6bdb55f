import BookModel
import Foundation

/// The environment variables that code reads by `environment("NAME")` of Notebook.
public enum EnvironmentNames {
    /// The names that stand as strings in calls of `environment`; a name that is computed is not among them.
    public static func names(in code: String) -> Set<String> {
        guard code.contains("environment") else { return [] }
        let tokens = CodeTokens.places(in: code).map(\.token)
        return Set(
            tokens.indices.dropLast(3).compactMap { start in
                guard tokens[start] == .word("environment"), tokens[start + 1] == .sign("("),
                    case .string(let name?) = tokens[start + 2],
                    tokens[start + 3] == .sign(")") || tokens[start + 3] == .sign(",")
                else { return nil }
                return name
            })
    }

    /// Those that the cells of a chapter and the values in its prose read, with what they are in the environment of this
    /// process; `nil` for those that are not set.
    public static func variables(of chapter: Chapter) -> [String: String?] {
        let code = chapter.cells.map(\.code) + chapter.values.map(\.expression)
        let environment = ProcessInfo.processInfo.environment
        return Dictionary(uniqueKeysWithValues: Set(code.flatMap(names)).map { ($0, environment[$0]) })
    }
}
