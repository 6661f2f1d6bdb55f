import ArgumentParser
import BookBuilding
import Foundation

/// Which book, and how its programs are run: what all commands share.
struct BookOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder that holds Chapters/ (default: this folder).", valueName: "dir"),
        completion: .directory)
    var root: String?

    @Flag(name: .customLong("no-sandbox"), help: "Run chapters that you trust without bubblewrap.")
    var noSandbox = false

    /// Says so when chapters run without confinement.
    func sayHowConfined(_ progress: BookBuilding.Progress) {
        if noSandbox {
            progress.say(
                "--no-sandbox: chapters run unconfined, and can read, write and send whatever you can")
        }
    }

    var rootPath: String { Self.absolute(root ?? ".") }

    static func absolute(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.path
    }
}
