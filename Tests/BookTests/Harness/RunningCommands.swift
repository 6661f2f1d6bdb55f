import Foundation

/// The processes of this machine, by their command lines.
enum RunningCommands {
    /// The command lines that hold `text`, their arguments joined by blanks.
    static func lines(containing text: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.filter { Int($0) != nil }.compactMap { name in
            FileManager.default.contents(atPath: "/proc/\(name)/cmdline").map { bytes in
                String(decoding: bytes.map { $0 == 0 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
            }
        }.filter { $0.contains(text) }
    }
}
