/// What became of a cell.
public struct CellResult: Hashable, Sendable, Codable, Identifiable {
    public enum Status: String, Hashable, Sendable, Codable {
        /// Ran in this build.
        case ran
        /// Not run: its results are those of an earlier build from the same inputs.
        case cached
        case failed
        /// Not run, because something before it failed.
        case skipped
    }

    /// Why a cell did not run whose results are those of an earlier build.
    public static let unchanged = "nothing it depends on changed"

    public var id: Cell.ID
    public var status: Status
    /// Why it ran, or why not, in words.
    public var reason: String
    /// Wall-clock time of the run, in seconds.
    public var seconds: Double
    /// The most memory that the program had held when the cell ended, in bytes.
    public var peakBytes: Int
    public var outputs: [CellOutput]
    /// What a required failure gave: the message of the compiler, the thrown error or the trap.
    public var requiredFailure: String?
    /// What the compiler knows of the names in its code; `nil` where it was not asked or did not say.
    public var names: CellNames?

    public init(
        id: Cell.ID, status: Status, reason: String, seconds: Double = 0, peakBytes: Int = 0,
        outputs: [CellOutput] = [], requiredFailure: String? = nil, names: CellNames? = nil
    ) {
        self.id = id
        self.status = status
        self.reason = reason
        self.seconds = seconds
        self.peakBytes = peakBytes
        self.outputs = outputs
        self.requiredFailure = requiredFailure
        self.names = names
    }

    /// What the cell showed as plain text: standard output first, then the rest in order.
    public var plainText: String { plainTexts.joined(separator: "\n") }

    /// The pieces of `plainText`, each of which starts on a line of its own: what was printed, then each value, claim
    /// and error text.
    public var plainTexts: [String] {
        var streams = ""
        var rest: [String] = []
        for output in outputs {
            if case .standardOutput(let text) = output {
                streams += text
            } else {
                rest.append(output.plainText)
            }
        }
        let pieces = [streams] + rest
        return pieces.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }
    }

    public var claims: [ClaimResult] {
        outputs.compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
    }
}
