import Foundation

/// A way in which a file of the store comes to harm.
enum Damage: CaseIterable, Sendable {
    case flippedBit, truncated, empty, replacedByAnother, foreign, folder, unreadable

    /// What may happen to a page that a build then writes anew.
    static let ofPages: [Damage] = [.flippedBit, .truncated, .empty, .foreign]

    /// Harms the file at `path` below `store`.
    /// - Returns: what was done, in words; `nil` where it could not be.
    @discardableResult
    func strike(_ path: String, of store: String, _ random: inout Seeded) throws -> String? {
        let file = "\(store)/\(path)"
        let url = URL(filePath: file)
        var data = Files.data(file) ?? Data()
        switch self {
        case .flippedBit:
            guard let place = data.indices.random(&random) else { return nil }
            data[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
            try data.write(to: url)
            return "bit \(place) of \(path) flipped"
        case .truncated:
            guard data.count > 1 else { return nil }
            let count = Int.random(in: 1..<data.count, using: &random)
            try data.prefix(count).write(to: url)
            return "\(path) cut to \(count) bytes"
        case .empty:
            try Data().write(to: url)
            return "\(path) emptied"
        case .replacedByAnother:
            let folder = URL(filePath: path).deletingLastPathComponent().relativePath
            let others = Files.paths(below: store).filter { other in
                other != path && URL(filePath: other).deletingLastPathComponent().relativePath == folder
            }
            guard let other = others.filter({ Files.data("\(store)/\($0)") != data }).random(&random) else {
                return nil
            }
            try (Files.data("\(store)/\(other)") ?? Data()).write(to: url)
            return "\(path) replaced by \(other)"
        case .foreign:
            try Data("<html>not found</html>\n".utf8).write(to: url)
            return "\(path) replaced by a foreign file"
        case .folder:
            Files.remove(file)
            try Files.make(file + "/inner")
            return "\(path) replaced by a folder"
        case .unreadable:
            // Root reads everything, but not a link that leads to itself.
            try Files.link(file, to: file)
            return "\(path) made unreadable"
        }
    }
}
