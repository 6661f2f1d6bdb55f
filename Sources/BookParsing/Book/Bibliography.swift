/// The keys of a BibTeX file: `@article{key,`.
struct Bibliography {
    let path: String
    private(set) var keys: Set<String> = []

    init(path: String, bytes: [UInt8]) {
        self.path = path
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "@") { readEntry(bytes, index + 1) }
            index += 1
        }
    }

    private mutating func readEntry(_ bytes: [UInt8], _ start: Int) {
        let type = bytes[start...].prefix(while: \.isLetter)
        let name = String(decoding: type, as: UTF8.self).lowercased()
        guard !["", "comment", "string", "preamble"].contains(name) else { return }
        let open = bytes[type.endIndex...].drop(while: \.isBlankOrLineFeed)
        guard open.first == .openBrace else { return }
        let key = open.dropFirst().drop(while: \.isBlankOrLineFeed).prefix {
            $0 > 0x20 && $0 != UInt8(ascii: ",") && $0 != .closeBrace
        }
        let rest = bytes[key.endIndex...].drop(while: \.isBlankOrLineFeed)
        if !key.isEmpty, rest.first == UInt8(ascii: ",") { keys.insert(String(decoding: key, as: UTF8.self)) }
    }
}
