/// What a run of a piece showed about it that its text does not say.
struct PieceFacts: Hashable, Sendable, Codable {
    /// The constants that it defines and that hold something which others could change.
    var sharedConstants: Set<String> = []
    /// Whether it changed files of the scratch folder, which every later program of the chapter sees.
    var changesFiles = false
    /// Whether it changed what belongs to its whole process, such as the environment.
    var changesProcess = false
}
