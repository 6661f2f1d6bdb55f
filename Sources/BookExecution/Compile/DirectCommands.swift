import Foundation

/// The commands behind one use of `swiftc`, which the engine runs itself: the driver takes longer than the compiler.
///
/// They are the driver's own answer to `-###`, with places for what differs from program to program, and are kept for
/// as long as the toolchain and the options stay. Where the answer has another form than expected there are none, and
/// the driver is used.
struct DirectCommands: Codable, Hashable, Sendable {
    /// A word of a command.
    enum Word: Codable, Hashable, Sendable {
        case text(String)
        case source
        case object
        case executable
        /// The options that the object file asks the linker for.
        case objectOptions
        /// The folder in which the engine runs.
        case currentFolder
    }

    /// What stands for the words that differ.
    struct Places {
        var source = ""
        var object = ""
        var executable = ""
        var objectOptions: [String] = []
    }

    /// The compiler; the first word is the program.
    let compile: [Word]
    /// The linker; empty for a type-check.
    let link: [Word]

    static func words(_ command: [Word], in places: Places) -> [String] {
        command.flatMap { word -> [String] in
            switch word {
            case .text(let text): [text]
            case .source: [places.source]
            case .object: [places.object]
            case .executable: [places.executable]
            case .objectOptions: places.objectOptions
            case .currentFolder: [FileManager.default.currentDirectoryPath]
            }
        }
    }
}

// MARK: - Reading the driver's answer

extension DirectCommands {
    /// Reads the driver's answer for a type-check: one call of the compiler.
    init?(typeCheck answer: String, source: String) {
        let lines = Self.lines(answer)
        guard lines.count == 1, let compile = Self.compile(lines[0], source: source, object: nil) else {
            return nil
        }
        self.compile = compile
        link = []
    }

    /// Reads the driver's answer for a program.
    ///
    /// - Parameters:
    ///   - executable: the path of the program that the driver was asked for.
    ///   - linkerOf: gives the answer to `-###` of the compiler driver that links, for the words of its command.
    ///   - stand-in: an object file that is there.
    init?(
        program answer: String, source: String, executable: String, standIn: String,
        linkerOf: ([String]) async -> String?
    ) async {
        let lines = Self.lines(answer)
        // The compiler, what reads the object's options, and the linker.
        guard lines.count == 3, lines[1].first?.hasSuffix("/swift-autolink-extract") == true,
            let place = lines[0].lastIndex(of: "-o"), lines[0].indices.contains(place + 1)
        else { return nil }
        let object = lines[0][place + 1]
        guard let compile = Self.compile(lines[0], source: source, object: object) else { return nil }
        let options = lines[2].filter { $0.hasPrefix("@") }
        guard options.count == 1, lines[2].contains(object) else { return nil }
        // The options are not known yet: one that no library has marks their place.
        let mark = "-lbook-object-options"
        let question = lines[2].map { $0 == object ? standIn : $0 == options[0] ? mark : $0 }
        guard let linkers = await linkerOf(question + ["-###"]).map(Self.lines), let linker = linkers.last,
            linker.first?.hasPrefix("/") == true,
            [standIn, mark, executable].allSatisfy({ word in linker.count { $0 == word } == 1 })
        else { return nil }
        self.compile = compile
        link = linker.map { word in
            switch word {
            case standIn: .object
            case mark: .objectOptions
            case executable: .executable
            default: .text(word)
            }
        }
    }

    private static func compile(_ line: [String], source: String, object: String?) -> [Word]? {
        guard line.count > 2, line[0].hasSuffix("/swift-frontend"), line[1] == "-frontend",
            line.count(where: { $0 == source }) == 1
        else { return nil }
        return line.indices.map { index in
            if line[index] == source { return .source }
            if line[index] == object { return .object }
            return line[index - (index > 0 ? 1 : 0)] == "-file-compilation-dir"
                ? .currentFolder : .text(line[index])
        }
    }

    /// The words of each command; lines that are none are left out.
    private static func lines(_ answer: String) -> [[String]] {
        answer.split(separator: "\n").map { ShellWords.split($0) }.filter {
            $0.first?.hasPrefix("/") ?? false
        }
    }
}
