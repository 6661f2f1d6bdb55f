/// What the engine hands to a chapter's program before its first cell: JSON, to the end of the descriptor that
/// `ProgramEnvironment.handoverDescriptor` names.
///
/// The program closes that descriptor at once, and the file behind it has no name: cells cannot read it again.
public struct ProgramHandover: Codable, Hashable, Sendable {
    /// What the program seals its records with.
    public var seal: RecordSeal
    /// The environment variables that cells may read, by name; `nil` for those that are not set.
    public var variables: [String: String?]

    public init(seal: RecordSeal, variables: [String: String?]) {
        self.seal = seal
        self.variables = variables
    }
}
