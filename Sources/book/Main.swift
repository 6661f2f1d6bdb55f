import ArgumentParser
import BookExecution
import Foundation

/// Starts the command and turns how it ended into an exit status: 0 all well, 1 the book has errors, 2 wrong use,
/// 3 this machine lacks something.
@main
struct Main {
    static func main() async {
        if CommandLine.arguments.dropFirst() == [NameHelper.argument] { exit(NameHelper.run()) }
        Interruption.handle()
        do {
            var command = try BookCommand.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        if let failure = error as? Failure {
            if !failure.message.isEmpty {
                FileHandle.standardError.write(Data("book: \(failure.message)\n".utf8))
            }
            exit(failure.status.rawValue)
        }
        let isHelp = BookCommand.exitCode(for: error) == .success
        let output = isHelp ? FileHandle.standardOutput : FileHandle.standardError
        output.write(Data((BookCommand.fullMessage(for: error) + "\n").utf8))
        exit(isHelp ? 0 : ExitStatus.wrongUse.rawValue)
    }
}
