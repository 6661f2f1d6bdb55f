import Foundation

/// One book that is edited step by step, built after each edit in the same folder, and compared with a fresh build.
final class Walk {
    /// An incremental build that gave something else than a fresh one.
    struct Mismatch {
        let before: BookDraft
        let after: BookDraft
        let edits: [String]
        let differences: [String]
        let isReproducible: Bool
    }

    private let installation: TinyInstallation
    private let kinds: [any Edit]
    private let book: BookOnDisk
    private var random: Seeded
    private var draft: BookDraft
    /// The drafts before, newest last.
    private var history: [BookDraft] = []
    private var last: BuildOutcome?
    private var fresh: [[String: String]: BuildOutcome] = [:]

    private(set) var mismatches: [Mismatch] = []
    private(set) var runs = NeedlessRuns.Count()
    private(set) var kindsTried: [String: Int] = [:]
    /// Steps after which the book had errors.
    private(set) var faultySteps = 0

    init(_ draft: BookDraft, edits kinds: [any Edit], _ installation: TinyInstallation, _ random: Seeded)
        throws
    {
        self.draft = draft
        self.kinds = kinds
        self.installation = installation
        self.random = random
        book = try BookOnDisk("walk", installation)
    }

    /// Builds the book as it is, then after each of so many edits.
    func run(steps: Int) throws {
        try check(before: draft, edits: ["(first build)"])
        for step in 0..<steps {
            let before = draft
            var edits = nextEdits()
            if Self.togglesTypes(at: step) {
                draft.configuration.showsTypes.toggle()
                edits.append("ToggleTypes")
            }
            // Some builds are of one chapter alone: the others keep what they have.
            if random.isOne(in: 12), let chapter = draft.chapters.random(&random) {
                try book.write(draft)
                try book.build(draft.surroundings, [chapter.stem])
            }
            // And sometimes somebody lays hands on a page.
            if random.isOne(in: 12), let page = pages.random(&random) {
                try Damage.ofPages.random(&random)?.strike(page, of: book.output, &random)
            }
            try check(before: before, edits: edits)
        }
    }

    /// The types of names come and go at fixed steps, so that how often they are asked for is left to no chance.
    private static func togglesTypes(at step: Int) -> Bool { [10, 13].contains(step) }

    /// The files of the site, without the list by which the engine knows which are its own.
    private var pages: [String] { Files.paths(below: book.output).filter { !$0.hasPrefix(".") } }

    /// Goes on from the draft, or back to an earlier one; from a book with errors mostly back.
    private func nextEdits() -> [String] {
        let isFaulty = last.map { $0.status != 0 } ?? false
        let goesBack = isFaulty ? !random.isOne(in: 4) : random.isOne(in: 8)
        if goesBack, let earlier = history.popLast() {
            kindsTried["GoBack", default: 0] += 1
            draft = earlier
            return ["GoBack"]
        }
        history.append(draft)
        var edits = [EditKinds.applyOne(of: kinds, to: &draft, &random)]
        if random.isOne(in: 8) { edits.append(EditKinds.applyOne(of: kinds, to: &draft, &random)) }
        for edit in edits { kindsTried[String(edit.prefix { $0 != ":" }), default: 0] += 1 }
        return edits
    }

    private func check(before: BookDraft, edits: [String]) throws {
        try book.write(draft)
        let outcome = try book.build(draft.surroundings)
        let reference = try freshOutcome()
        if outcome.status != 0 { faultySteps += 1 }
        if let last { runs.add(NeedlessRuns.count(from: (before, last), to: (draft, outcome))) }
        last = outcome
        let differences = outcome.differences(from: reference)
        guard !differences.isEmpty else { return }
        // The next steps shall show what is wrong besides.
        Files.remove(book.store)
        last = nil
        let second = try BookOnDisk.freshOutcome(of: draft, installation)
        mismatches.append(
            Mismatch(
                before: before, after: draft, edits: edits, differences: differences,
                isReproducible: second.differences(from: reference).isEmpty))
    }

    /// The outcome of a fresh build of the draft; made once for each state of the book.
    private func freshOutcome() throws -> BuildOutcome {
        let state = draft.state
        if let known = fresh[state] { return known }
        let outcome = try BookOnDisk.freshOutcome(of: draft, installation)
        fresh[state] = outcome
        return outcome
    }
}
