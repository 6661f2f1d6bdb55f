/// The part of the index that one page gives, as one line of JavaScript.
///
/// `[address, label, title, sections, terms, places]`. The sections are a flat list of anchor, number and title. Each
/// term is written as the length of the beginning that it shares with the term before it (a digit of base 36) and the
/// rest. `places` has one word a term: for each field of each section with the term, four times the section plus the
/// field, as the distance from the place before, in base 26 with a small letter as its last digit; then how often,
/// where that is more than once. Weights are not here: they depend on all pages, and the browser computes them when
/// it loads the index.
package enum SearchShard {
    package static func line(of page: SearchPage) -> String {
        var places: [String: [Place]] = [:]
        for (number, section) in page.sections.enumerated() {
            for (field, terms) in section.terms() {
                let code = number * SearchBlock.Field.allCases.count + field.rawValue
                for (term, count) in counts(of: terms) {
                    places[term, default: []].append(Place(code: code, count: count))
                }
            }
        }
        let terms = places.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let sections = page.sections.flatMap { [$0.anchor, $0.number, $0.title] }
        let head = [page.address, page.label, page.title].map(ScriptText.literal).joined(separator: ",")
        let words = terms.map { places[$0, default: []] }.map(word).joined(separator: " ")
        return "[\(head),[\(sections.map(ScriptText.literal).joined(separator: ","))],"
            + "\(ScriptText.literal(shortened(terms))),\"\(words)\"]"
    }

    private struct Place {
        let code: Int
        let count: Int
    }

    private static func counts(of terms: [String]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for term in terms { counts[term, default: 0] += 1 }
        return counts
    }

    private static func word(_ places: [Place]) -> String {
        var text = ""
        var before = 0
        for place in places {
            text += digits(place.code - before)
            if place.count > 1 { text += String(place.count) }
            before = place.code
        }
        return text
    }

    private static func digits(_ number: Int) -> String {
        var digits = [UInt8(ascii: "a") + UInt8(number % 26)]
        var rest = number / 26
        while rest > 0 {
            digits.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest /= 26
        }
        return String(decoding: digits.reversed(), as: UTF8.self)
    }

    /// The terms in order, each without what it shares with the one before it.
    private static func shortened(_ terms: [String]) -> String {
        var words: [String] = []
        var before = ""[...].unicodeScalars
        for term in terms {
            let scalars = term[...].unicodeScalars
            var shared = zip(before, scalars).prefix { $0 == $1 }.map(\.0)
            while shared.reduce(0, { $0 + UTF16.width($1) }) > 35 { shared.removeLast() }
            let length = shared.reduce(0) { $0 + UTF16.width($1) }
            words.append(String(length, radix: 36) + String(Substring(scalars.dropFirst(shared.count))))
            before = scalars
        }
        return words.joined(separator: " ")
    }
}
