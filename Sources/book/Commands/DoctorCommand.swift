import ArgumentParser
import BookBuilding
import Foundation

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what this machine lacks and how to install it.",
        discussion: "Exit status 3 when something is missing.")

    func run() async throws {
        Progress().say("looking at this machine")
        let check = await MachineCheck()
        print(check.text)
        if !check.isComplete { throw Failure(.machineLacksSomething) }
    }
}
