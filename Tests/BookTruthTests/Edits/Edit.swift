/// One kind of edit: a small type that says what an author, or the machine, changes between two builds.
///
/// An edit may make the book wrong: then the builds must agree on what is wrong.
protocol Edit: Sendable {
    /// How often the kind is taken, against 1 of the others.
    var weight: Int { get }

    /// Changes the book.
    /// - Returns: what was done, in words; `nil` where the book has nothing to change in this way.
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String?
}

extension Edit {
    var weight: Int { 1 }
    /// `ChangeNumber`.
    var name: String { String(describing: Self.self) }
}

/// All kinds of edits.
enum EditKinds {
    static let ofStatements: [any Edit] = [
        ChangeNumber(), ChangeWord(), AddStatement(), RemoveStatement(), DuplicateStatement(),
        MoveStatement(),
        MoveStatementToOtherCell(), AddComment(), LetOrVar(), ChangeType(), RenameInOneCell(),
        RenameEverywhere(),
        ChangeBody(),
    ]
    static let ofMeaning: [any Edit] = [
        ChangeVariable(), AddConformance(), AddOverload(), ShadowLibrary(), ChangeLiterals(),
        ActOnTheProcess(), ReadTheProcess(),
        ActThroughAReference(),
    ]
    static let ofCells: [any Edit] = [
        AddCell(), RemoveCell(), DuplicateCell(), MoveCell(), SplitCell(), MergeCells(), AddStory(),
    ]
    static let ofFences: [any Edit] = [
        ToggleDisplayFlag(), ToggleRunFlag(), ToggleDemand(), ToggleProgramFlag(), ChangeLimit(),
        ChangeExpectation(),
        ChangeMessage(), ChangeCaption(), ChangeLabel(), ChangeColumns(), ChangeInputs(),
    ]
    static let ofProse: [any Edit] = [
        ChangeProse(), AddProse(), RemoveProse(), MoveProse(), AddValue(), AddValueThatChanges(),
        ChangeReference(),
        ChangeTitle(),
    ]
    static let ofTheBook: [any Edit] = [
        ChangeData(), RemoveData(), AddData(), ChangeBibliography(), RenameChapter(), AddChapter(),
        RemoveChapter(),
        OrderChapters(), ChangeConfiguration(), ChangeFrontMatter(),
    ]
    static let ofTheMachine: [any Edit] = [
        ChangeJobs(), ToggleConfinement(), ToggleStrict(), ChangeEnvironment(), ChangeToolchain(),
    ]
    static let ofModules: [any Edit] = [
        ChangeImportedModule(), ChangeModuleBelow(), ChangeOtherModule(), CommentModule(),
    ]

    /// All but those of modules, which need an installation of their own.
    static let all = ofStatements + ofMeaning + ofCells + ofFences + ofProse + ofTheBook + ofTheMachine

    /// Applies one edit of a random kind.
    static func applyOne(of kinds: [any Edit], to book: inout BookDraft, _ random: inout Seeded) -> String {
        let bag = kinds.flatMap { kind in [any Edit](repeating: kind, count: kind.weight) }
        while true {
            guard let kind = bag.random(&random) else { return "nothing" }
            var changed = book
            if let words = kind.apply(to: &changed, &random), changed != book {
                book = changed
                return "\(kind.name): \(words)"
            }
        }
    }
}
