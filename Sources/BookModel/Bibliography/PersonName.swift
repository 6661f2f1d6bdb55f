/// A name in the four parts that BibTeX knows.
public struct PersonName: Hashable, Sendable {
    /// `Michael P.`; empty where only a family name is known.
    public let given: String
    /// `van der`; empty for most.
    public let particle: String
    public let family: String
    /// `Jr.`; empty for most.
    public let suffix: String

    public init(given: String = "", particle: String = "", family: String, suffix: String = "") {
        self.given = given
        self.particle = particle
        self.family = family
        self.suffix = suffix
    }

    /// The family name with its particle: `van der Waerden`.
    public var familyWithParticle: String { particle.isEmpty ? family : "\(particle) \(family)" }

    /// The name as one reads it: `Gert R. G. Lanckriet`.
    public var full: String {
        let name = [given, familyWithParticle].filter { !$0.isEmpty }.joined(separator: " ")
        return suffix.isEmpty ? name : "\(name), \(suffix)"
    }
}

/// Authors or editors, in the order of the work.
public struct PersonList: Hashable, Sendable {
    public let names: [PersonName]
    /// Whether the list ends with `and others`.
    public let hasOthers: Bool

    public init(_ names: [PersonName] = [], hasOthers: Bool = false) {
        self.names = names
        self.hasOthers = hasOthers
    }

    public var isEmpty: Bool { names.isEmpty }
}
