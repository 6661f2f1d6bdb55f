import Foundation

/// The system's libraries that our modules stand on, such as OpenBLAS: another version may give other numbers.
enum SystemLibraries {
    /// The path, size and time of change of each library that a module map of the installation links.
    static func identity(for installation: Installation) -> String {
        let names = installation.moduleMaps.flatMap { folder -> [String] in
            let map = try? String(contentsOfFile: folder + "/module.modulemap", encoding: .utf8)
            return (map ?? "").split(separator: "\n").compactMap { line in
                let words = line.split(separator: "\"", omittingEmptySubsequences: false)
                guard words.count == 3, words[0].contains("link") else { return nil }
                return String(words[1])
            }
        }
        return Set(names).sorted().flatMap(files).joined(separator: " ")
    }

    private static func files(of name: String) -> [String] {
        ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/local/lib"].compactMap {
            folder in
            let path = "\(folder)/lib\(name).so"
            guard let real = realpath(path, nil) else { return nil }
            defer { free(real) }
            var status = stat()
            guard stat(real, &status) == 0 else { return nil }
            return "\(String(cString: real)):\(status.st_size):\(status.st_mtim.tv_sec)"
        }
    }
}
