/// The characters that set the direction of text (Unicode Standard Annex 9).
enum Directions {
    /// Whether a character sets a direction, or ends one.
    static func set(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    static func areSet(in text: String) -> Bool {
        // All of them begin with this byte.
        text.utf8.contains(0xE2) && text.unicodeScalars.contains(where: set)
    }

    /// The text in which every direction that is set ends, and none ends that was set before it: otherwise the words
    /// after it would run in its direction, also those after an element that isolates it.
    static func balanced(_ text: String) -> String {
        guard areSet(in: text) else { return text }
        var result = String.UnicodeScalarView()
        var ends: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x202A, 0x202B, 0x202D, 0x202E: ends.append(popEmbedding)
            case 0x2066...0x2068: ends.append(popIsolate)
            case 0x202C:
                guard ends.last == popEmbedding else { continue }
                ends.removeLast()
            case 0x2069:
                guard let place = ends.lastIndex(of: popIsolate) else { continue }
                ends.removeSubrange(place...)
            default: break
            }
            result.append(scalar)
        }
        result.append(contentsOf: ends.reversed())
        return String(result)
    }

    private static let popEmbedding: Unicode.Scalar = "\u{202C}"
    private static let popIsolate: Unicode.Scalar = "\u{2069}"
}
