import Foundation

/// The words of a text by which a search finds it.
///
/// - Letters and digits make words, in any script; a character of Chinese or Japanese is one of its own.
/// - Case and accents do not count. A lone Greek letter is its name, so that `γ` is found by `gamma`.
/// - A name of code counts as a whole and by its parts: `ReluNetwork` also as `relu` and `network`, `x_i` only as
///   a whole, since its parts are single letters.
/// - Signs of mathematics are words: `≥`, which code writes `>=`.
///
/// `SearchEngineScript` does the same to what a reader types. Both look at UTF-16 units and at the ranges below,
/// never at tables of Unicode, which differ between a compiler and a browser.
package enum SearchWords {
    /// Longer words are cut.
    static let longest = 40

    /// The terms of all words of the text, in order, without those that are too common to be looked for.
    package static func terms(in text: String) -> [String] {
        let units = Array(text.utf16)
        var terms: [String] = []
        var place = 0
        while place < units.count {
            switch kind(units[place]) {
            case .word:
                let end = wordEnd(units, from: place)
                append(word: units[place..<end], to: &terms)
                place = end
            case .sign:
                terms.append(String(decoding: units[place...place], as: UTF16.self))
                place += 1
            case .gap:
                if place + 1 < units.count, let sign = SearchLetters.sign(units[place], units[place + 1]) {
                    terms.append(sign)
                    place += 1
                }
                place += 1
            }
        }
        return terms
    }

    enum Kind {
        /// A part of a word.
        case word
        /// A word of its own.
        case sign
        /// What stands between words.
        case gap
    }

    static func kind(_ unit: UInt16) -> Kind {
        switch unit {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: .word
        case 0xAC, 0xB1, 0xD7, 0xF7: .sign
        case 0xAA, 0xB5, 0xBA: .word
        case ..<0xC0, 0x2000...0x206F, 0x2212, 0x2217, 0x2236, 0x22C5: .gap
        case 0x2190...0x22FF: .sign
        case 0x2300...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x303F, 0xE000...0xF8FF, 0xFE00...0xFE0F, 0xFEFF: .gap
        case 0x2E80...0x2FFF, 0x3040...0x9FFF, 0xF900...0xFAFF: .sign
        default: .word
        }
    }

    /// Where the word ends that starts at `start`: apostrophes between letters and points between digits belong to it.
    private static func wordEnd(_ units: [UInt16], from start: Int) -> Int {
        var end = start + 1
        while end < units.count {
            if kind(units[end]) == .word {
                end += 1
            } else if end + 1 < units.count, kind(units[end + 1]) == .word,
                joins(units[end], units[end - 1], units[end + 1])
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private static func joins(_ unit: UInt16, _ before: UInt16, _ after: UInt16) -> Bool {
        if unit == 0x27 || unit == 0x2019 { return true }
        return unit == 0x2E && SearchLetters.isDigit(before) && SearchLetters.isDigit(after)
    }

    private static func append(word: ArraySlice<UInt16>, to terms: inout [String]) {
        let start = terms.count
        func add(_ term: String, to terms: inout [String]) {
            let cut = SearchLetters.cut(term, to: longest)
            guard !cut.isEmpty, !SearchStopWords.all.contains(cut), !terms[start...].contains(cut) else {
                return
            }
            terms.append(cut)
        }
        if word.allSatisfy(SearchLetters.isPlain) {
            return add(String(decoding: word, as: UTF16.self), to: &terms)
        }
        for part in SearchLetters.greekApart(SearchLetters.withoutApostrophes(Array(word))) {
            let pieces = part.split(separator: 0x5F)
            let folded = pieces.map { SearchLetters.folded($0) }
            add(folded.joined(separator: "_"), to: &terms)
            if folded.count > 1 {
                for piece in folded where piece.utf16.count > 1 { add(piece, to: &terms) }
            }
            for piece in pieces {
                for hump in SearchLetters.humps(of: Array(piece)) {
                    add(SearchLetters.folded(hump[...]), to: &terms)
                }
            }
        }
    }
}
