import Foundation

/// Files that can be run at once. Another process writes them: while this one had one open for writing, every process
/// that a test starts would hold it open for a moment too, and the system runs no program that is being written.
package enum ProgramFile {
    package struct WriteError: Error {
        package let path: String
    }

    /// Puts a copy of a program at `path`.
    package static func copy(_ program: String, to path: String) throws {
        try write(path, by: "cp \"$1\" \"$2\"", program)
    }

    /// Puts a program of the shell at `path`, without the line that says so.
    package static func write(script: String, to path: String) throws {
        try write(path, by: "printf %s \"$1\" > \"$2\"", "#!/bin/sh\n" + script)
    }

    private static func write(_ path: String, by command: String, _ argument: String) throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        let steps = "mkdir -p \"$(dirname \"$2\")\" && rm -f \"$2\" && \(command) && chmod 755 \"$2\""
        shell.arguments = ["-c", steps, "sh", argument, path]
        try shell.run()
        shell.waitUntilExit()
        guard shell.terminationStatus == 0 else { throw WriteError(path: path) }
    }
}
