import Foundation

/// Chapters that attack: one book with a few things beside it that must not be reached, built once.
enum HostileBook {
    static let feature = "hostile"

    /// The name of an abstract socket that listens outside while the book is built.
    private static let socketName = "undetectable-hostile-chapter"

    struct Built {
        let book: BuiltBook
        /// What lay below the root before the build and after it, but for what the build itself writes.
        let before: [String: Data]
        let after: [String: Data]
        /// A file outside of the book to which a link in `Output/` led.
        let victim: String
        /// How many connections the socket took.
        let connections: Int
    }

    static let shared = Result {
        let book = try TemporaryBook()
        for name in FixtureBook.cases(of: feature) {
            try book.write(
                Data(contentsOf: FixtureBook.folder(feature, name).appending(path: "chapter.md")),
                to: name + ".md")
        }
        let victim = book.root + "-victim"
        try Data(victimText.utf8).write(to: URL(filePath: victim))
        let output = book.root + "/Output"
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: output + "/\(linkedPage)", withDestinationPath: victim)
        let socket = ListeningSocket(name: socketName)
        let before = sources(of: book)
        let built = try book.build(
            environment: ["UNDETECTABLE_SECRET": "secret", "UNDETECTABLE_WORD": "word"])
        return Built(
            book: built, before: before, after: sources(of: book), victim: victim,
            connections: socket.connections)
    }

    static let victimText = "nobody writes here"
    static let linkedPage = "fake-results.html"

    /// The files of the book that no build may change.
    private static func sources(of book: TemporaryBook) -> [String: Data] {
        book.files(in: ".").filter { path, _ in
            ![".book/", "Output/", "report.json"].contains { path.hasPrefix($0) }
        }
    }
}

/// A socket in the abstract name space, which knows no folders.
private final class ListeningSocket {
    private let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)

    init(name: String) {
        var place = sockaddr_un()
        place.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: [0] + Array(name.utf8)) }
        let size = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.utf8.count)
        withUnsafePointer(to: &place) { pointer in
            _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        listen(descriptor, 10)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    deinit { close(descriptor) }

    /// How many have called and were not counted before.
    var connections: Int {
        var count = 0
        while accept(descriptor, nil, nil) >= 0 { count += 1 }
        return count
    }
}
