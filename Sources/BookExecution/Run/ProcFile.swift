import Foundation

/// Reads what the system tells of processes. Foundation, which reads them too, gives back no memory for a file that is
/// empty, and they are read many times a second.
package enum ProcFile {
    package static func text(of path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }

    package static func words(of path: String) -> [Substring] {
        text(of: path).split(whereSeparator: { $0 == " " || $0 == "\n" })
    }

    /// The names in a folder that are numbers.
    package static func numbers(in folder: String) -> [pid_t] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var numbers: [pid_t] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let number = pid_t(name) { numbers.append(number) }
        }
        return numbers
    }
}
