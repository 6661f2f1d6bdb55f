/// The value of an environment variable of whoever builds the book; `nil` when it is not set.
///
/// A chapter's program sees nothing else of that environment. The name must be written as a string in the call, so
/// that the engine knows which values the results depend on; any other name stops the program.
public func environment(_ name: String, file: StaticString = #file, line: UInt = #line) -> String? {
    switch ProgramRecorder.variable(name) {
    case .value(let value): return value
    case .withheld:
        CallSite(file: file, line: line).refuse(
            "environment: the variable '\(name)' is not passed on to the chapter, "
                + "because no cell names it in a call: write environment(\"\(name)\")")
    }
}
