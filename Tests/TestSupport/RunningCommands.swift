import BookExecution

/// The processes of this machine, by their command lines.
package enum RunningCommands {
    /// The command lines that hold `text`, their arguments joined by blanks.
    package static func lines(containing text: String) -> [String] {
        ProcFile.numbers(in: "/proc")
            .map { ProcFile.text(of: "/proc/\($0)/cmdline").replacing("\0", with: " ") }
            .filter { $0.contains(text) }
    }
}
