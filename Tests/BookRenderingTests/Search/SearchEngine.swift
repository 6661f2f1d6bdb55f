import BookRendering
import Foundation
import Testing

/// The search as a browser runs it, in Duktape: lunr and the scripts of the search, with the lines of an index.
final class SearchEngine {
    private let engine: JavaScriptEngine

    /// - Parameter index: the script `assets/search/index.js`; `nil` for none.
    init(index: String? = nil) throws {
        engine = try #require(JavaScriptEngine())
        try engine.run(String(contentsOf: RenderingTools().lunr, encoding: .utf8))
        try engine.run(SearchAssets.javaScript)
        try engine.run("function asked(code) { return JSON.stringify(eval(code)); }")
        if let index {
            try engine.run(index)
            try engine.run("bookSearch.prepare();")
        }
    }

    convenience init(_ pages: [SearchPage]) throws {
        try self.init(index: "bookSearch.index = [\(pages.map(SearchShard.line).joined(separator: ","))];")
    }

    convenience init(_ site: Site) throws {
        try self.init(index: site.text(of: "assets/search/index.js"))
    }

    func run(_ script: String) throws { try engine.run(script) }

    /// What an expression gives, through JSON.
    func value<Value: Decodable>(_ expression: String, as type: Value.Type = Value.self) throws -> Value {
        let json = try engine.call("asked", expression)
        return try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    /// What a reader who types this finds.
    func find(_ query: String) throws -> Answer {
        try value(
            """
            (function () {
                var answer = bookSearch.find(\(ScriptText.literal(query)));
                answer.results = answer.results.map(function (result) {
                    var place = result.place;
                    return {address: place.page + (place.anchor ? "#" + place.anchor : ""),
                        terms: Object.keys(result.terms).sort()};
                });
                return answer;
            })()
            """)
    }

    struct Answer: Decodable {
        struct Result: Decodable {
            let address: String
            let terms: [String]
        }
        struct Correction: Decodable, Hashable {
            let word: String
            let terms: [String]
        }
        let results: [Result]
        let corrected: [Correction]
        let unknown: [String]
        let isPartial: Bool
        let isCommon: Bool

        var addresses: [String] { results.map(\.address) }
    }
}
