import BookModel

/// What the helper is asked: which names of a program's text stand for what.
struct NameQuestion: Codable, Sendable {
    /// The toolchain's library.
    let library: String
    /// The file with the program.
    let file: String
    /// The options of the compiler.
    let options: [String]
    /// For each cell the stretches of the file in which its names are wanted, in order.
    let cells: [[Stretch]]

    /// A part of a line, in bytes.
    struct Stretch: Codable, Sendable {
        let start: Int
        let end: Int
    }
}

/// What the helper says: the names of each cell, with offsets from the beginning of the file.
struct NameAnswer: Codable, Sendable {
    /// The version of this form: an answer in another is none.
    static let version = 1

    var version = NameAnswer.version
    let cells: [CellNames]
}
