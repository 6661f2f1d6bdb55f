import BookModel

/// Which flags of a cell do not go together, and why.
enum FlagRules {
    struct Conflict {
        let flags: (CellFlag, CellFlag)
        /// Why, as a sentence without a full stop.
        let reason: String
        /// What to do, as a sentence without a full stop.
        let repair: String
    }

    static let conflicts: [Conflict] = [
        .init(.hidden, .folded, "a hidden cell shows no code, so there is nothing to fold", remove: .folded),
        .init(.hidden, .quiet, "a hidden cell shows nothing, its result included", remove: .quiet),
        .init(.compile, .fails, "a cell that must not compile is never run anyway", remove: .compile),
        .init(.compile, .throws, "a cell that is not run cannot throw", remove: .compile),
        .init(.compile, .traps, "a cell that is not run cannot trap", remove: .compile),
        .init(.compile, .keep, "a cell that is not run has no values to store", remove: .keep),
        .init(.compile, .quiet, "a cell that is not run has no result to leave out", remove: .quiet),
        .init(.compile, .parameters, "a cell that is not run has no constants to set", remove: .compile),
        .init(.compile, .optimize, "a cell that is not run does not get faster", remove: .optimize),
        .init(.fails, .warns, "a cell cannot both compile with a warning and not compile", remove: .warns),
        .init(.fails, .throws, "a cell that must not compile never comes to throw", removeOneOf: true),
        .init(.fails, .traps, "a cell that must not compile never comes to trap", removeOneOf: true),
        .init(.fails, .keep, "a cell that must not compile has no values to store", remove: .keep),
        .init(.fails, .quiet, "a cell that must not compile has no result to leave out", remove: .quiet),
        .init(
            .fails, .alone, "the names of a cell that must not compile never reach another cell",
            remove: .alone),
        .init(
            .fails, .parameters, "a cell that must not compile has no constants to set", remove: .parameters),
        .init(.fails, .optimize, "a cell that must not compile does not get faster", remove: .optimize),
        .init(.throws, .traps, "a cell ends only once: it throws or it traps", removeOneOf: true),
        .init(.throws, .keep, "a cell that throws stops before all its values are there", remove: .keep),
        .init(.traps, .keep, "a cell that traps stops before all its values are there", remove: .keep),
        .init(
            .alone, .keep, "the names of this cell end with it, so stored values would reach no one",
            removeOneOf: true),
        .init(
            .alone, .parameters,
            "the names of this cell end with it, so a constant that is set would reach no one",
            removeOneOf: true),
        .init(.parameters, .keep, "a stored value would hide the one that '--set' gives", remove: .keep),
    ]

    /// Options that need a cell that runs.
    static let optionsOfARun: Set<CellOption> = [
        .inputs, .timeLimit, .memoryLimit, .expect, .expectFile, .tolerance, .order, .ignore,
    ]
    /// Options that say how the output of a cell is compared with what it must show.
    static let optionsOfAnExpectation: [CellOption] = [.tolerance, .order, .ignore]
    /// Options of what a page shows.
    static let optionsOfDisplay: Set<CellOption> = [.caption, .alt, .columns, .fold]
    /// Flags that demand a failure or a warning, which `message` may describe.
    static let required: Set<CellFlag> = [.fails, .warns, .throws, .traps]
}

extension FlagRules.Conflict {
    init(_ first: CellFlag, _ second: CellFlag, _ reason: String, remove: CellFlag) {
        flags = (first, second)
        self.reason = reason
        repair = "remove '\(remove.rawValue)'"
    }

    init(_ first: CellFlag, _ second: CellFlag, _ reason: String, removeOneOf: Bool) {
        flags = (first, second)
        self.reason = reason
        repair = "remove '\(first.rawValue)' or '\(second.rawValue)'"
    }
}
