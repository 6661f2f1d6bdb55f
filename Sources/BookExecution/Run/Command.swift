import Foundation

/// Runs small programs of the machine and reads what they print.
public enum Command {
    /// The standard output of a program that succeeds; `nil` when it fails or cannot start.
    public static func output(_ program: String, _ arguments: [String]) async -> String? {
        let path = FileManager.default.temporaryDirectory.path + "/book-command-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            let input = try OpenFile(reading: "/dev/null")
            let output = try OpenFile(appendingTo: path)
            let child = try ChildProcess(
                ChildCommand(
                    executable: program, arguments: arguments,
                    environment: ProcessInfo.processInfo.environment,
                    descriptors: [0: input.descriptor, 1: output.descriptor, 2: output.descriptor]))
            guard await child.wait() == .exited(0) else { return nil }
            return String(decoding: output.bytes(), as: UTF8.self)
        } catch {
            return nil
        }
    }

    /// Whether a program ends with status 0.
    public static func succeeds(_ program: String, _ arguments: [String]) async -> Bool {
        await output(program, arguments) != nil
    }
}
