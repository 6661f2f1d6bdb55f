/// The words of a piece of Swift that can be names, found in its bytes.
///
/// Words of comments and texts are among them: a name in a text may be an interpolation.
struct SourceWords: Hashable, Sendable, Codable {
    /// Words that are no members of something: those behind a single point are left out.
    private(set) var names: Set<String> = []
    /// Words behind a single point.
    private(set) var members: Set<String> = []

    init(_ code: String) {
        var word: [UInt8] = []
        var isMember = false
        // The two bytes in front of the word.
        var before: (UInt8, UInt8) = (0, 0)
        for byte in code.utf8 {
            if Self.isPartOfWord(byte) {
                if word.isEmpty { isMember = before.1 == UInt8(ascii: ".") && before.0 != UInt8(ascii: ".") }
                word.append(byte)
                continue
            }
            add(word, isMember)
            before = (word.last ?? before.1, byte)
            word.removeAll(keepingCapacity: true)
        }
        add(word, isMember)
    }

    private mutating func add(_ word: [UInt8], _ isMember: Bool) {
        guard let first = word.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return }
        if isMember {
            members.insert(String(decoding: word, as: UTF8.self))
        } else {
            names.insert(String(decoding: word, as: UTF8.self))
        }
    }

    /// Letters, digits, `_`, and every byte beyond ASCII.
    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
