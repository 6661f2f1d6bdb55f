/// The line of the chapter that asked for something, for the message when it cannot be done.
struct CallSite {
    let file: StaticString
    let line: UInt

    /// Stops the program. `precondition` would lose its message, because modules are built for release.
    func refuse(_ message: String) -> Never {
        fatalError(message, file: file, line: line)
    }
}
