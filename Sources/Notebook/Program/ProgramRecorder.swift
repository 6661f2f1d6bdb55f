import CellProtocol
import Foundation

/// Sends what a cell shows and claims to the engine that runs the chapter.
///
/// Outside the engine, where nobody listens, values and claims are printed as plain text.
enum ProgramRecorder {
    /// Where records go, found once from the environment.
    private static let channel = RecordChannel.inherited()

    static func record(value bundle: MIMEBundle) {
        if let channel {
            channel.send(.value(bundle: bundle.representations))
        } else {
            print(bundle.representations["text/plain"] ?? "")
        }
    }

    static func record(claim: Claim) {
        if let channel {
            channel.send(
                .claim(
                    sentence: claim.sentence, measured: claim.measured, bound: claim.bound,
                    holds: claim.holds,
                    line: claim.line))
        } else {
            print("\(claim.holds ? "holds" : "fails"): \(claim.sentence): \(claim.measured), \(claim.bound)")
        }
    }

    static func record(opened path: String) {
        channel?.send(opened: path)
    }

    static func send(_ event: ProgramEvent) {
        channel?.send(event)
    }

    /// Whether an engine runs this program.
    static var hasListener: Bool { channel != nil }

    /// Runs `body` while no thread of this process sends anything: a copy of the process may, in its place.
    static func whileNothingIsSent<Result: Sendable>(_ body: () -> Result) -> Result {
        channel?.whileNothingIsSent(body) ?? body()
    }

    /// What a cell may know about an environment variable.
    enum Variable {
        case value(String?)
        /// The engine did not hand it over.
        case withheld
    }

    static func variable(_ name: String) -> Variable {
        guard let channel else { return .value(ProcessInfo.processInfo.environment[name]) }
        return channel.variables[name].map(Variable.value) ?? .withheld
    }
}
