import Foundation

/// Keeps the direct commands of a toolchain from build to build.
struct DirectCommandStore: Sendable {
    /// A folder of its own, made when something is kept.
    let folder: String

    /// The commands that were found for a use of the driver; what is damaged is not there.
    func commands(for key: String) -> DirectCommands? {
        guard let bytes = try? OpenFile(reading: path(key)).bytes() else { return nil }
        return try? JSONDecoder().decode(DirectCommands.self, from: Data(bytes))
    }

    /// One that cannot be kept is asked for again.
    func keep(_ commands: DirectCommands, for key: String) {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard let data = try? JSONEncoder().encode(commands) else { return }
        try? AtomicFile.write(data, to: path(key))
    }

    func forget(_ key: String) {
        unlink(path(key))
    }

    private func path(_ key: String) -> String { "\(folder)/\(key).json" }
}
