/// The options that an object file of the Swift compiler asks the linker for: the libraries of what it imports.
enum ObjectOptions {
    /// The options in their order, each once; none when the object cannot be read.
    static func read(_ object: String) -> [String] {
        guard let file = try? OpenFile(reading: object),
            let section = ELFFile(file)?.section(".swift1_autolink_entries")
        else { return [] }
        var seen: Set<String> = []
        return section.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            .filter { seen.insert($0).inserted }
    }
}
