import Foundation

/// What `SearchWords` does with the letters of one word.
enum SearchLetters {
    static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }
    static func isUpper(_ unit: UInt16) -> Bool { (0x41...0x5A).contains(unit) }
    static func isLower(_ unit: UInt16) -> Bool { (0x61...0x7A).contains(unit) }
    /// Whether a word of such units is its own term.
    static func isPlain(_ unit: UInt16) -> Bool { isLower(unit) || isDigit(unit) }
    static func isGreek(_ unit: UInt16) -> Bool { (0x370...0x3FF).contains(unit) || unit == 0xB5 }

    /// The sign that two characters of code stand for.
    static func sign(_ first: UInt16, _ second: UInt16) -> String? {
        guard second == 0x3D else { return nil }
        return switch first {
        case 0x3E: "≥"
        case 0x3C: "≤"
        case 0x21: "≠"
        default: nil
        }
    }

    /// `Euler's` is `Euler`, `don't` is `dont`.
    static func withoutApostrophes(_ word: [UInt16]) -> [UInt16] {
        func isApostrophe(_ unit: UInt16) -> Bool { unit == 0x27 || unit == 0x2019 }
        guard word.contains(where: isApostrophe) else { return word }
        let isGenitive =
            word.count > 2 && isApostrophe(word[word.count - 2]) && word[word.count - 1] | 0x20 == 0x73
        return (isGenitive ? Array(word.dropLast(2)) : word).filter { !isApostrophe($0) }
    }

    /// The word cut where Greek letters and others meet: `kγ` is a product. An underscore holds its sides together.
    static func greekApart(_ word: [UInt16]) -> [[UInt16]] {
        var parts: [[UInt16]] = []
        for (place, unit) in word.enumerated() {
            let before = place > 0 ? word[place - 1] : 0x5F
            if parts.isEmpty || unit != 0x5F && before != 0x5F && isGreek(unit) != isGreek(before) {
                parts.append([])
            }
            parts[parts.count - 1].append(unit)
        }
        return parts
    }

    /// The parts of `ReluNetwork`; none where the word is one part. Two short parts side by side are one: `ReLU`.
    /// Parts of one letter do not count.
    static func humps(of word: [UInt16]) -> [[UInt16]] {
        var humps: [[UInt16]] = [[]]
        for (place, unit) in word.enumerated() {
            if place > 0, startsHump(word, at: place) { humps.append([]) }
            humps[humps.count - 1].append(unit)
        }
        var joined: [[UInt16]] = []
        var place = 0
        while place < humps.count {
            if place + 1 < humps.count, humps[place].count < 3, humps[place + 1].count < 3 {
                joined.append(humps[place] + humps[place + 1])
                place += 2
            } else {
                joined.append(humps[place])
                place += 1
            }
        }
        return joined.count > 1 ? joined.filter { $0.count > 1 } : []
    }

    private static func startsHump(_ word: [UInt16], at place: Int) -> Bool {
        guard isUpper(word[place]) else { return false }
        let before = word[place - 1]
        if isLower(before) || isDigit(before) { return true }
        guard isUpper(before), place + 1 < word.count, isLower(word[place + 1]) else { return false }
        // The plural of an abbreviation, `LWEs`, is no word `Es`.
        return !(word[place + 1] == 0x73 && place + 2 == word.count)
    }

    /// Without case and accents; a lone Greek letter by its name.
    static func folded(_ word: ArraySlice<UInt16>) -> String {
        let lower = String(decoding: word, as: UTF16.self).lowercased()
        guard lower.utf8.contains(where: { $0 >= 0x80 }) else { return lower }
        var scalars = String.UnicodeScalarView()
        for scalar in lower.decomposedStringWithCanonicalMapping.unicodeScalars
        where !(0x300...0x36F).contains(scalar.value) {
            scalars.append(scalar == "ς" ? "σ" : scalar)
        }
        guard scalars.count == 1, let only = scalars.first else { return String(scalars) }
        return greekNames[only] ?? String(scalars)
    }

    /// The first units of a term, and no half of a character.
    static func cut(_ term: String, to length: Int) -> String {
        guard term.utf16.count > length else { return term }
        var units = Array(term.utf16.prefix(length))
        if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
        return String(decoding: units, as: UTF16.self)
    }

    static let greekNames: [Unicode.Scalar: String] = [
        "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "ζ": "zeta",
        "η": "eta", "θ": "theta", "ϑ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu",
        "µ": "mu",
        "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ϖ": "pi", "ρ": "rho", "ϱ": "rho", "σ": "sigma",
        "τ": "tau", "υ": "upsilon", "φ": "phi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
    ]
}
