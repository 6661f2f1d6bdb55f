import BookRendering
import Foundation
import Testing

/// The lines of the index against lunr's own builder, and what queries find.
@Suite("Index of a search")
struct SearchIndexTests {
    private static func section(
        _ anchor: String, _ title: String, text: String = "", code: String = "", number: String = ""
    ) -> SearchSection {
        SearchSection(
            anchor: anchor, number: number, title: title,
            blocks: [SearchBlock(.text, text), SearchBlock(.code, code, label: "Code")])
    }

    private static func page(_ name: String, _ title: String, _ sections: SearchSection...) -> SearchPage {
        SearchPage(address: name + ".html", label: "Chapter \(name)", title: title, sections: sections)
    }

    // MARK: - The same as lunr's

    /// Pages of random words, some of them strange ones.
    private static func randomPages(seed: UInt64) -> [SearchPage] {
        var state = seed
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let odd = [
            "γ", "ReluNetwork", "x_i", "≥", "constructor", "__proto__", "𝔼", "0.95", "模型", "hasOwnProperty",
        ]
        func text(_ most: Int) -> String {
            (0..<draw(most + 1)).map { _ in
                draw(8) == 0 ? odd[draw(odd.count)] : "word\(draw(draw(2) == 0 ? 9 : 400))"
            }
            .joined(separator: " ")
        }
        return (0..<4).map { number in
            SearchPage(
                address: "\(number).html", label: "Chapter \(number)", title: text(3),
                sections: (0..<(1 + draw(40))).map { place in
                    SearchSection(
                        anchor: "s\(place)", number: "\(number).\(place)", title: text(4),
                        blocks: (0..<draw(6)).map { _ in
                            let field = [SearchBlock.Field.name, .text, .code][draw(3)]
                            return SearchBlock(field, text(60), label: draw(3) == 0 ? text(2) : "")
                        })
                })
        }
    }

    /// The fields of each section as texts.
    private static func documents(_ pages: [SearchPage]) throws -> String {
        let documents = pages.flatMap(\.sections).enumerated().map { number, section in
            func text(_ field: SearchBlock.Field) -> String {
                section.blocks.filter { $0.field == field }
                    .map { field == .name ? $0.label + " " + $0.text : $0.text }.joined(separator: "\n")
            }
            return [
                "id": "\(number)", "title": section.title, "name": section.number + "\n" + text(.name),
                "text": text(.text), "code": text(.code),
            ]
        }
        return String(decoding: try JSONEncoder().encode(documents), as: UTF8.self)
    }

    private static let comparison = #"""
        var FIELDS = ["title", "name", "text", "code"];
        function canonical(index) {
            var terms = [], postings = index.invertedIndex.map(function (entry) {
                terms[entry[1]._index] = entry[0];
                return entry[0] + " " + FIELDS.map(function (field) {
                    return field + ":" + Object.keys(entry[1][field]).sort().join(",");
                }).join(" ");
            });
            var vectors = index.fieldVectors.map(function (entry) {
                var scores = [];
                for (var i = 0; i < entry[1].length; i += 2) {
                    if (i && entry[1][i] <= entry[1][i - 2]) { throw new Error("vectors must be in order"); }
                    scores.push(terms[entry[1][i]] + "=" + entry[1][i + 1]);
                }
                return entry[0] + " " + scores.sort().join(" ");
            });
            return postings.sort().concat(vectors.sort());
        }
        function built(documents) {
            var builder = new lunr.Builder(), boosts = BOOSTS;
            builder.ref("id");
            Object.keys(boosts).forEach(function (field) { builder.field(field, {boost: boosts[field]}); });
            documents.forEach(function (document) {
                Object.keys(boosts).forEach(function (field) {
                    var terms = [];
                    bookSearch.words(document[field]).forEach(function (word) { terms = terms.concat(word.terms); });
                    document[field] = terms;
                });
                builder.add(document);
            });
            return canonical(builder.build().toJSON());
        }
        """#

    @Test("is what lunr builds from the same words", arguments: [1, 2, 3] as [UInt64])
    func equalsLunrs(seed: UInt64) throws {
        let pages = Self.randomPages(seed: seed)
        let engine = try SearchEngine(pages)
        let boosts = SearchEngineScript.boosts.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
        try engine.run(Self.comparison.replacing("BOOSTS", with: "{\(boosts)}"))
        let ours = try engine.value(
            "canonical(bookSearch.serialised(bookSearch.index, lunr.version))", as: [String].self)
        let lunrs = try engine.value("built(\(try Self.documents(pages)))", as: [String].self)
        #expect(ours.count > 500)
        #expect(ours == lunrs, "\(zip(ours, lunrs).first { $0 != $1 } ?? ("", ""))")
    }

    @Test("a book without words has an index")
    func emptyIsFine() throws {
        #expect(try SearchEngine([SearchPage]()).find("word").results.isEmpty)
        #expect(try SearchEngine([Self.page("1", "")]).find("word").results.isEmpty)
        #expect(try SearchEngine([Self.page("1", "", Self.section("", ""))]).find("≥").results.isEmpty)
    }

    // MARK: - What is found

    private static let book = [
        page(
            "1", "Networks", section("", "Networks", text: "What a network computes.", number: "1"),
            section("depth", "Depth", text: "A deep network activates its units."),
            section("code", "Code", text: "Nothing here.", code: "let model = ReluNetwork(x_i)")),
        page(
            "2", "Lattices", section("", "Lattices", text: "About reduction, with γ ≥ 1.", number: "2"),
            section("lll", "The algorithm", text: "Reduction of a basis. Activation is no part of it."),
            section("theory", "Theory", text: "The backdoor of a network and of CLWE.")),
    ]

    @Test(
        "queries",
        arguments: [
            // A title before text; other forms of a word; the beginning of a word.
            ("network", ["1.html", "1.html#code", "1.html#depth", "2.html#theory"]),
            ("activate", ["1.html#depth", "2.html#lll"]), ("activati", ["2.html#lll"]),
            ("activ ", ["1.html#depth", "2.html#lll"]),
            ("latt", ["2.html"]), ("gamma", ["2.html"]), ("γ", ["2.html"]), (">=", ["2.html"]),
            ("≥", ["2.html"]),
            ("x_i", ["1.html#code"]), ("ReluNetwork", ["1.html#code"]), ("relu", ["1.html#code"]),
            ("clwe", ["2.html#theory"]),
            // All words, each anywhere in a section; a chapter's title holds for its sections.
            ("deep network", ["1.html#depth"]), ("the deep network", ["1.html#depth"]),
            ("networks units", ["1.html#depth"]),
            ("lattices backdoor", ["2.html#theory"]), ("BACKDOOR Clwe", ["2.html#theory"]),
            // A name that is nowhere, by its parts.
            ("DeepNetwork", ["1.html#depth"]), ("2", ["2.html"]), ("", []), ("   ", []), ("…", []),
            ("constructor", []),
            ("__proto__", []), ("title:network", ["1.html", "1.html#code", "1.html#depth", "2.html#theory"]),
        ] as [(String, [String])])
    func find(query: String, addresses: [String]) throws {
        let answer = try SearchEngine(Self.book).find(query)
        if query == "title:network" {
            // lunr's own syntax is none here: both are words.
            #expect(answer.unknown == ["title"])
        }
        #expect(answer.addresses.first == addresses.first)
        #expect(Set(answer.addresses) == Set(addresses))
        #expect(!answer.isPartial && answer.corrected.isEmpty)
    }

    @Test("a wrong spelling finds what it may mean, and says so")
    func spellingIsForgiven() throws {
        let engine = try SearchEngine(Self.book)
        let answer = try engine.find("bakcdoor network")
        #expect(answer.corrected == [.init(word: "bakcdoor", terms: ["backdoor"])])
        #expect(answer.addresses == ["2.html#theory"])
        #expect(try engine.find("redcution").corrected == [.init(word: "redcution", terms: ["reduction"])])
        // A short word is near to everything.
        #expect(try engine.find("lxl").unknown == ["lxl"])
    }

    @Test("words that never meet find the sections of some, and say so")
    func someWordsAreBetterThanNone() throws {
        let answer = try SearchEngine(Self.book).find("units basis")
        #expect(answer.isPartial)
        #expect(Set(answer.addresses) == ["1.html#depth", "2.html#lll"])
    }

    @Test(
        "what is nowhere is named", arguments: ["qqqqzzzz": ["qqqqzzzz"], "Qqq-zzz network": ["Qqq", "zzz"]])
    func unknownWordsAreNamed(query: String, words: [String]) throws {
        #expect(try SearchEngine(Self.book).find(query).unknown == words)
    }

    @Test("words that stand everywhere", arguments: ["the of ", "what is"])
    func commonWordsSaySo(query: String) throws {
        let answer = try SearchEngine(Self.book).find(query)
        #expect(answer.isCommon && answer.results.isEmpty)
    }

    // MARK: - Excerpts

    private struct Excerpt: Decodable {
        struct Hit: Decodable {
            let start: Int
            let end: Int
        }
        let text: String
        let hits: [Hit]
        let anchor: String
        let label: String
        let isCode: Bool

        var marked: [String] {
            let units = Array(text.utf16)
            return hits.map { String(decoding: units[$0.start..<$0.end], as: UTF16.self) }
        }
    }

    private static func excerpt(_ blocks: [SearchBlock], _ terms: [String: Int]) throws -> Excerpt? {
        let page = SearchPage(
            address: "1.html", label: "", title: "",
            sections: [SearchSection(anchor: "", number: "", title: "", blocks: blocks)])
        let engine = try SearchEngine()
        try engine.run(
            "bookSearch.texts = {};" + String(decoding: SearchExcerpts.script(of: page), as: UTF8.self))
        let json = String(decoding: try JSONEncoder().encode(terms), as: UTF8.self)
        return try engine.value(
            "bookSearch.excerpt(bookSearch.texts[\"1.html\"][0], \(json))", as: Excerpt?.self)
    }

    @Test("an excerpt is of the block with most of the words, and leads to it")
    func excerptsAreOfTheBestBlock() throws {
        let blocks = [
            SearchBlock(.text, "A first network."),
            SearchBlock(.text, "A deep, deep Network.", anchor: "thm", label: "Theorem 1.1"),
            SearchBlock(.code, "deep(network)", anchor: "cell-1", label: "Code"),
        ]
        let found = try #require(try Self.excerpt(blocks, ["deep": 0, "network": 1]))
        #expect(found.text == "A deep, deep Network.")
        #expect(found.marked == ["deep", "deep", "Network"])
        #expect((found.anchor, found.label, found.isCode) == ("thm", "Theorem 1.1", false))
        let code = try #require(try Self.excerpt([blocks[2]], ["network": 0]))
        #expect((code.anchor, code.isCode) == ("cell-1", true))
        // Only the title has the words: the section begins so.
        let none = try #require(try Self.excerpt(blocks, ["other": 0]))
        #expect((none.text, none.anchor, none.marked) == ("A first network.", "", []))
        #expect(try Self.excerpt([], ["a": 0]) == nil)
    }

    @Test("a long text is cut at words around what was found", arguments: [0, 20, 60, 99])
    func longTextIsCut(place: Int) throws {
        var words = (0..<100).map { "filler\($0)" }
        words[place] = "needle"
        let found = try #require(
            try Self.excerpt([SearchBlock(.text, words.joined(separator: " "))], ["needle": 0]))
        #expect(found.marked == ["needle"])
        #expect(found.text.count <= 260)
        #expect(found.text.hasPrefix("…") == (place > 0 && !found.text.hasPrefix("filler0")))
        let shown = found.text.filter { $0 != "…" }.split(separator: " ").map(String.init)
        #expect(shown.allSatisfy(words.contains))
    }

    @Test("no excerpt ends in half of a character")
    func charactersStayWhole() throws {
        let text = String(repeating: "𝔼", count: 600)
        for shift in 0..<2 {
            let found = try #require(
                try Self.excerpt(
                    [SearchBlock(.text, String(repeating: "x", count: shift) + text)], ["none": 0]))
            #expect(!found.text.unicodeScalars.contains("\u{FFFD}"))
        }
    }
}
