/// A quote that starts with `[!KIND] Title {#name}`: a note, a theorem, an exercise.
public struct Directive: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case note = "NOTE"
        case tip = "TIP"
        case important = "IMPORTANT"
        case warning = "WARNING"
        case caution = "CAUTION"
        case theorem = "THEOREM"
        case lemma = "LEMMA"
        case proposition = "PROPOSITION"
        case corollary = "COROLLARY"
        case proof = "PROOF"
        case assumption = "ASSUMPTION"
        case definition = "DEFINITION"
        case example = "EXAMPLE"
        case remark = "REMARK"
        case exercise = "EXERCISE"
        case solution = "SOLUTION"
        /// Filled in by the engine: every claim of the book and what became of it.
        case claims = "CLAIMS"
    }

    public let kind: Kind
    public let title: [Inline]
    /// The name in `{#thm-name}`, where there is one.
    public let name: String?
    public let blocks: [Block]

    public init(kind: Kind, title: [Inline], name: String?, blocks: [Block]) {
        self.kind = kind
        self.title = title
        self.name = name
        self.blocks = blocks
    }
}
