import BookExecution

/// What the pages of a build were made from, besides the engine's own code.
///
/// Whatever a new feature lets pages depend on must be named here, or a build with a change in it would be left out.
struct BuildInputs: Sendable {
    /// Settings and identities, by names of our own: `toolchain`, `engine`.
    var settings: [String: String] = [:]
    /// Environment variables that count, set or not.
    var variables: Set<String> = []
    /// Files that were read, or looked for in vain, with their whole paths.
    var files: Set<String> = []
    /// Folders in which the names of the files below count.
    var folders: Set<String> = []
}

/// The files below folders at one moment.
struct FolderNames: Hashable, Sendable {
    let names: [String: [String]]

    init(_ folders: Set<String>) {
        names = Dictionary(uniqueKeysWithValues: folders.map { ($0, FolderListing.files(below: $0)) })
    }
}
