import BookExecution
import BookModel
import Foundation
import TestSupport
import Testing

/// What the compiler says that the names in cells stand for.
@Suite("Names")
struct NameTests {
    /// A cell, and what some of its names stand for; `name@2` is the second place of a name.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        var flags = ""
        let code: String
        let expected: KeyValuePairs<String, String?>
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "a constant and its use", code: "let share = 0.5\nlet twice = share * 2",
            expected: [
                "share": "let share: Double", "share@2": "let share: Double", "twice": "let twice: Double",
            ]),
        Case(
            name: "a variable", code: "var count = [\"a\": 1]\ncount[\"a\", default: 0] += 1",
            expected: ["count@2": "var count: [String: Int]"]),
        Case(
            name: "a type, a property, a method, an initialiser",
            code: """
                /// Two numbers. They are whole.
                struct Pair { let left: Int; func sum(with other: Int = 1) -> Int { left + other } }
                let pair = Pair(left: 1)
                pair.sum(with: pair.left)
                """,
            expected: [
                "Pair": "struct Pair", "Pair@2": "struct Pair\ninit(left: Int)", "left@3": "init(left: Int)",
                "sum@2": "func sum(with other: Int = 1) -> Int",
                "with@2": "func sum(with other: Int = 1) -> Int",
                "left@4": "let left: Int", "left@2": "let left: Int", "other@2": "let other: Int",
            ]),
        Case(
            name: "a generic function",
            code:
                "func firstOf<Values: Collection>(_ values: Values) -> Values.Element? { values.first }\nfirstOf([1])",
            expected: [
                "firstOf@2":
                    "func firstOf<Values>(_ values: Values) -> Values.Element? where Values: Collection"
            ]),
        Case(
            name: "parameters of closures",
            code: "let doubled = [1, 2].map { $0 * 2 }\nlet halved = [1.5].map { value in value / 2 }",
            expected: ["$0": "let $0: Int", "value": "let value: Double", "value@2": "let value: Double"]),
        Case(
            name: "elements of tuples", code: "let place = (x: 1.5, y: [\"a\"])\nprint(place.x, place.1)",
            expected: [
                "place@2": "let place: (x: Double, y: [String])", "x@2": "x: Double", "1@2": "1: [String]",
            ]),
        Case(
            name: "operators of one's own only",
            code: """
                struct Unit {}
                func * (left: Unit, right: Int) -> Unit { left }
                let product = Unit() * 3
                let sum = 1 + 2
                """,
            expected: ["*@2": "func * (left: Unit, right: Int) -> Unit", "+": nil]),
        Case(
            name: "what is optional",
            code: "let number: Int? = Int(\"1\")\nlet text = number?.description ?? \"\"",
            expected: ["number@2": "let number: Int?", "text": "let text: String"]),
        Case(
            name: "an interpolation, and words that are only text",
            code: "let amount = 3\nlet words = \"amount \\(amount + 1) amount\"",
            expected: ["amount@2": nil, "amount@3": "let amount: Int", "amount@4": nil]),
        Case(
            name: "shadowing",
            code: "let shade = 1\nfunc inner() -> String { let shade = \"s\"; return shade }\nprint(shade)",
            expected: [
                "shade@2": "let shade: String", "shade@3": "let shade: String", "shade@4": "let shade: Int",
            ]),
        Case(
            name: "overloads",
            code: """
                func picked(_ number: Int) -> Int { number }
                func picked(_ text: String) -> String { text }
                print(picked(1), picked("a"))
                """,
            expected: [
                "picked@3": "func picked(_ number: Int) -> Int",
                "picked@4": "func picked(_ text: String) -> String",
            ]),
        Case(
            name: "letters of several bytes in front", code: "let 🎉é = \"🎉\"; let behind = 🎉é.count",
            expected: ["🎉é": "let 🎉é: String", "behind": "let behind: Int", "🎉é@2": "let 🎉é: String"]),
        Case(
            name: "a string over several lines",
            code: "let poem = \"\"\"\n    a poem\n    \\(1 + 1)\n    \"\"\"\nlet after = poem.count",
            expected: ["poem@2": nil, "after": "let after: Int", "poem@3": "let poem: String"]),
        Case(
            name: "an unwrapped value", code: "if let found = [1].first { print(found) }",
            expected: [
                "found": "let found: Int", "found@2": "let found: Int", "first": "var first: Int? { get }",
            ]),
        Case(
            name: "cases of an enumeration",
            code: "enum Size { case small, large(Int) }\nlet size = Size.large(3)\nlet other: Size = .small",
            expected: ["large@2": "case large(Int)", "small@2": "case small", "size": "let size: Size"]),
        Case(
            name: "a last expression behind the engine's operator", code: "let shown = 4\nshown.description",
            expected: ["shown@2": "let shown: Int", "description": "var description: String { get }"]),
        Case(
            name: "options above the code", code: "//| label: fig-named\nlet optioned = 1\noptioned",
            expected: ["optioned@2": "let optioned: Int", "label": nil]),
        Case(
            name: "not run", flags: "compile", code: "let compiled = 1",
            expected: ["compiled": "let compiled: Int"]),
        Case(
            name: "alone", flags: "alone", code: "let lonely = 1.5",
            expected: ["lonely": "let lonely: Double"]),
        Case(
            name: "throwing", flags: "throws", code: "struct Fault: Error {}\nthrow Fault()",
            expected: ["Fault@2": "struct Fault: Error\ninit()"]),
        Case(
            name: "trapping", flags: "traps", code: "let none = [Int]()\nnone[0]",
            expected: ["none@2": "let none: [Int]"]),
        Case(name: "refused", flags: "fails", code: "let refused: Int = \"\"", expected: ["refused": nil]),
        Case(
            name: "functions of C without their inner names", code: "import Foundation\nlet root = sqrt(2.0)",
            expected: ["sqrt": "func sqrt(_: Double) -> Double", "Foundation": nil]),
        Case(
            name: "a regular expression", code: "let pattern = #/(a+)b/#",
            expected: ["pattern": "let pattern: Regex<(Substring, Substring)>", "a": nil]),
    ]

    /// All cases are cells of one chapter.
    private static let chapter =
        "---\nlanguage: 6\n---\n# Names\n\n" + cases.map { cell($0.code, $0.flags) }.joined()

    private static func cell(_ code: String, _ flags: String = "") -> String {
        "```swift\(flags.isEmpty ? "" : " ")\(flags)\n\(code)\n```\n\n"
    }

    private static let all = Task { try await Execution.results(of: chapter) }

    @Test("is known", arguments: cases)
    func namesHaveDeclarations(_ example: Case) async throws {
        let results = try await Self.all.value
        #expect(results.diagnostics.filter { $0.severity == .error } == [])
        let number = try #require(Self.cases.firstIndex { $0.name == example.name })
        let cell = Chapter.parsed(Self.chapter).cells[number]
        let names = Self.named(results.cells[number].names, in: cell)
        for (name, declaration) in example.expected {
            #expect(names[name] == declaration, "\(name) of \(names)")
        }
    }

    /// What each place of each word of the code stands for, by `word` and `word@2`.
    private static func named(_ names: CellNames?, in cell: Cell) -> [String: String] {
        let code = Array(cell.shownCode.utf8)
        var named: [String: String] = [:]
        for place in names?.places ?? [] {
            let word = Array(code[place.offset..<(place.offset + place.length)])
            let before = (0...place.offset).count { code[$0...].starts(with: word) }
            let text = String(decoding: word, as: UTF8.self)
            named[before == 1 ? text : "\(text)@\(before)"] =
                names?.declarations[place.declaration].plainText
        }
        return named
    }

    @Test func whereADeclarationIsFromIsTold() async throws {
        let code =
            "import LinearAlgebra\n/// A sum. Not more.\nfunc total(_ v: Vector<Double>) -> Double { v.sum }\ntotal([1])"
        let results = try await Execution.results(of: Self.cell(code))
        let declarations = try #require(results.cells.first?.names?.declarations)
        let vector = try #require(declarations.first { $0.plainText.hasPrefix("struct Vector") })
        #expect(vector.module == "LinearAlgebra")
        #expect(vector.entry == "Vector")
        #expect(vector.summary?.isEmpty == false)
        let sum = try #require(declarations.first { $0.plainText.hasPrefix("var sum") })
        #expect(sum.container == "Vector")
        #expect(sum.entry == "Vector")
        let own = try #require(declarations.first { $0.plainText.hasPrefix("func total") })
        #expect(own.module == nil)
        #expect(own.summary == "A sum")
        let double = try #require(declarations.first { $0.plainText == "struct Double" })
        #expect(double.module == "Swift")
        #expect(double.summary == nil)
    }

    @Test func noNameOfTheEngineOrTheCompilerIsShown() async throws {
        let results = try await Self.all.value
        let texts = results.cells.flatMap { $0.names?.declarations ?? [] }.map(\.plainText)
        #expect(texts.count > 60)
        let inner = texts.filter { text in
            [
                "_Program", "_LastExpression", "ChapterProgram", "__", "_ExpressibleBy", "<<", "⟸",
                "@MainActor",
            ]
            .contains { text.contains($0) }
        }
        #expect(inner == [])
    }

    // MARK: - With the store

    private static func withRoot<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let root =
            FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
            + "/names-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        return try await body(root)
    }

    @Test func storedNamesAreThoseOfAFreshRun() async throws {
        try await Self.withRoot { root in
            let cells = [
                "typealias Metres = Double\nlet length: Metres = 3",
                "//| label: kept\nlet many = [length, 2]",
                "let tail = many.dropFirst()", "tail.count",
            ].map { Self.cell($0, $0.contains("kept") ? "keep" : "") }
            let changed = (cells.dropLast() + [Self.cell("tail.first.map { $0 + length }")]).joined()
            _ = try await Execution.results(of: cells.joined(), root: root)
            // The last cell runs in a slice that reads the others' variables back.
            let slice = try await Execution.results(of: changed, root: root)
            #expect(slice.cells.map(\.status) == [.cached, .cached, .cached, .ran])
            let stored = try await Execution.results(of: changed, root: root)
            #expect(stored.cells.allSatisfy { $0.status == .cached })
            let fresh = try await Execution.results(of: changed)
            #expect(slice.cells.map(\.names) == fresh.cells.map(\.names))
            #expect(stored.cells.map(\.names) == fresh.cells.map(\.names))
            #expect(
                fresh.cells.last?.names?.declarations.map(\.plainText).contains("let length: Metres") == true)
        }
    }

    @Test func namesFollowTheirCells() async throws {
        try await Self.withRoot { root in
            let use = Self.cell("print(value)")
            _ = try await Execution.results(of: Self.cell("let value = 1") + use, root: root)
            let results = try await Execution.results(
                of: "A line.\n\n" + Self.cell("let value = \"a\"") + use, root: root)
            let last = try #require(results.cells.last?.names)
            #expect(last.declarations.map(\.plainText).contains("let value: String"))
            #expect(!last.declarations.map(\.plainText).contains("let value: Int"))
        }
    }

    @Test func aCellThatFailedHasNoNames() async throws {
        let results = try await Execution.results(
            of: Self.cell("let sound = 1") + Self.cell("let broken: Int = \"\"") + Self.cell("sound"))
        #expect(results.cells[0].names?.places.count == 1)
        #expect(results.cells[1].names == nil)
        #expect(results.cells[2].names == nil)
    }

    // MARK: - Without an answer

    struct Helper: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let script: String
        let reason: String
    }

    static let helpers = [
        Helper(testDescription: "fails", script: "exit 1", reason: "the compiler's library failed"),
        Helper(testDescription: "crashes", script: "kill -SEGV $$", reason: "the compiler's library failed"),
        Helper(
            testDescription: "says nothing", script: "exit 0",
            reason: "the answer of the compiler's library cannot be read"),
        Helper(
            testDescription: "says nonsense", script: "echo '[{\"a\": 1}]'",
            reason: "the answer of the compiler's library cannot be read"),
        Helper(
            testDescription: "says something in another form", script: "echo '{\"version\":0,\"cells\":[]}'",
            reason: "the answer of the compiler's library cannot be read"),
        Helper(testDescription: "hangs", script: "exec sleep 60", reason: "the compiler took too long"),
    ]

    @Test("A helper that", arguments: helpers)
    func withoutAnAnswerThereAreNoNamesAndAWord(_ helper: Helper) async throws {
        let words = Words()
        let results = try await Self.results(
            of: Self.cell("let value = 1\nvalue"), helper: helper.script, words)
        #expect(results.cells.map(\.status) == [.ran])
        #expect(results.texts == ["1"])
        #expect(results.faults == [])
        #expect(results.cells.first?.names == nil)
        #expect(words.all == ["Chapters/test.md: the types of names are not shown: \(helper.reason)"])
    }

    @Test func placesThatAreNotOfTheCellAreLeftOut() async throws {
        // The first line of the program, far behind it, nothing, and a number that no declaration has.
        let places = "[[0,6,0],[999999,3,0],[70,0,0],[-5,2,0],[80,3,7]]"
        let answer =
            "{\"version\":1,\"cells\":[{\"declarations\":[{\"text\":\"wrong\"}],\"places\":\(places)}]}"
        let results = try await Self.results(
            of: Self.cell("let value = 1"), helper: "echo '\(answer)'", Words())
        #expect(results.cells.first?.status == .ran)
        #expect(results.cells.first?.names?.places ?? [] == [])
    }

    final class Words: @unchecked Sendable {
        private let lock = NSLock()
        private var words: [String] = []
        var all: [String] { lock.withLock { words } }
        func add(_ text: String) { lock.withLock { words.append(text) } }
    }

    /// A disk that is full makes no page without names, which the next build would take from the store.
    @Test func anAnswerThatCannotBeWrittenEndsTheBuild() async throws {
        let error = await #expect(throws: ExecutionError.self) {
            try await Self.results(of: Self.cell("let value = 1"), helper: "exit 74", Words())
        }
        let text = error.map { "\($0)" } ?? ""
        #expect(text.hasPrefix("cannot write /"), "\(text)")
        #expect(text.hasSuffix("/names-0.answer: the disk may be full"), "\(text)")
    }

    @Test func aBookMayDoWithoutTypes() async throws {
        let words = Words()
        let results = try await Self.results(
            of: Self.cell("let value = 1\nvalue"), helper: "echo nonsense", words, showsTypes: false)
        #expect(results.texts == ["1"])
        #expect(results.cells.first?.names == nil)
        #expect(words.all == [], "nothing was asked")
    }

    /// What a chapter gives where the command is a script of the shell.
    private static func results(
        of text: String, helper: String, _ words: Words, showsTypes: Bool = true
    ) async throws -> ChapterResults {
        try await withRoot { root in
            let products = root + "/products"
            try FileManager.default.createDirectory(atPath: products, withIntermediateDirectories: true)
            var surroundings = try Execution.surroundings(root: root)
            let real = surroundings.installation
            for name in ["Modules", "libChapterModules.so"] {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(products)/\(name)", withDestinationPath: "\(real.products)/\(name)")
            }
            try ProgramFile.write(script: helper + "\n", to: products + "/book")
            surroundings.configuration.showsTypes = showsTypes
            surroundings.installation = Installation(products: products, package: real.package)
            surroundings.confinement = .none
            surroundings.longestWaitForNames = .milliseconds(helper.contains("sleep") ? 300 : 20_000)
            return try await ChapterExecutor(surroundings, say: words.add) { _, _ in }.execute(
                Chapter.parsed(text))
        }
    }
}
