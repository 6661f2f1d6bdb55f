import Synchronization

/// The compiler's own view of a piece of Swift: its tokens with their kinds, and what its names stand for.
package struct SourceKit: Sendable {
    /// A stretch of the source, in UTF-8 bytes, and the last word of its kind: `keyword`, `typeidentifier`.
    package struct Token: Hashable {
        package let start: Int
        package let end: Int
        package let kind: String
    }

    let library: SourceKitLibrary

    /// Libraries that are open, by path: sourcekitd is started once in a process and stays.
    private static let opened = Mutex<[String: SourceKit?]>([:])

    /// The library at `path`; `nil` when it cannot be used.
    package static func at(_ path: String) -> SourceKit? {
        opened.withLock { opened in
            if let known = opened[path] { return known }
            let kit = SourceKitLibrary(at: path).map(SourceKit.init)
            kit?.library.initialize()
            opened[path] = .some(kit)
            return kit
        }
    }

    /// The tokens in order; `nil` when sourcekitd refuses.
    package func tokens(of source: String) -> [Token]? {
        guard let request = request(for: source) else { return nil }
        defer { library.release(request) }
        guard let response = library.send(request) else { return nil }
        defer { library.dispose(response) }
        guard !library.isError(response), let map = library.uid("key.syntaxmap") else { return nil }
        return tokens(in: library.child(library.value(response), map))
    }

    private func request(for source: String) -> SourceKitLibrary.UID? {
        guard let request = library.makeDictionary(nil, nil, 0),
            let requestKey = library.uid("key.request"), let open = library.uid("source.request.editor.open"),
            let name = library.uid("key.name"), let text = library.uid("key.sourcetext")
        else { return nil }
        library.setUID(request, requestKey, open)
        library.setString(request, name, "cell.swift", "cell.swift".utf8.count)
        library.setString(request, text, source, source.utf8.count)
        for (key, value) in [("syntactic_only", 1), ("enablesyntaxmap", 1), ("enablesubstructure", 0)] {
            if let key = library.uid("key." + key) { library.setInteger(request, key, Int64(value)) }
        }
        return request
    }

    private func tokens(in map: SourceKitLibrary.Variant) -> [Token]? {
        guard let kindKey = library.uid("key.kind"), let offsetKey = library.uid("key.offset"),
            let lengthKey = library.uid("key.length")
        else { return nil }
        return (0..<library.count(map)).map { index in
            let entry = library.element(map, index)
            let start = Int(library.integer(entry, offsetKey))
            let kind = library.kind(entry, kindKey).flatMap(library.uidText).map { String(cString: $0) } ?? ""
            return Token(
                start: start, end: start + Int(library.integer(entry, lengthKey)),
                kind: kind.split(separator: ".").last.map(String.init) ?? "")
        }
    }
}
