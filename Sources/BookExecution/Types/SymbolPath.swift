import Foundation

/// Where a symbol is declared, from its mangled name.
struct SymbolPath: Hashable, Sendable {
    let module: String
    /// The type that it is a member of.
    let container: String?
    /// The outermost name in its module.
    let entry: String?

    /// - Parameter identifier: as the compiler names symbols: `s:13LinearAlgebra6MatrixV`.
    init?(_ identifier: String) {
        // A member that a type has from a protocol is followed by the name of the type.
        let own = identifier.components(separatedBy: "::").first ?? identifier
        guard own.hasPrefix("s:"), var text = Self.demangled("$s" + own.dropFirst(2)) else {
            return nil
        }
        for prefix in ["static ", "(extension in "] where text.hasPrefix(prefix) {
            let end = prefix == "static " ? nil : text.firstRange(of: "):")?.upperBound
            text = String(text[(end ?? text.index(text.startIndex, offsetBy: prefix.count))...])
        }
        let parts = Self.path(text)
        // An operator has no letters: the path then ends with a point.
        guard parts.count >= 2, let first = parts.first, !first.isEmpty else { return nil }
        module = first
        let names = parts.dropFirst()
        let owners = names.dropLast()
        container = owners.isEmpty ? nil : owners.joined(separator: ".")
        entry = names.first.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The names at the beginning of a text, without the generic arguments between them.
    private static func path(_ text: String) -> [String] {
        var depth = 0
        var path = ""
        var last: Character = " "
        for character in text {
            defer { last = character }
            switch character {
            case "<": depth += 1
            case ">" where last != "-": depth -= 1
            case _ where depth > 0: continue
            case "_", ".": path.append(character)
            case _ where character.isLetter || character.isNumber: path.append(character)
            default: return path.components(separatedBy: ".")
            }
        }
        return path.components(separatedBy: ".")
    }

    private typealias Demangle =
        @convention(c) (
            UnsafePointer<CChar>?, Int, UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<Int>?, UInt32
        ) -> UnsafeMutablePointer<CChar>?

    /// The runtime's own function.
    private static let demangle = dlsym(nil, "swift_demangle").map { unsafeBitCast($0, to: Demangle.self) }

    private static func demangled(_ name: String) -> String? {
        guard let text = demangle?(name, name.utf8.count, nil, nil, 0) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }
}
