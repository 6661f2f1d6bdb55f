import BookExecution
import Testing

/// The names of environment variables that code reads, told without the compiler.
@Suite("EnvironmentNames")
struct EnvironmentTests {
    @Test(
        "code",
        arguments: [
            #"environment("HOME")"#: ["HOME"],
            #"let a = environment( "A" ) ?? "B""#: ["A"],
            "environment(\n    \"A\"\n)": ["A"],
            #"Notebook.environment("A", line: 3)"#: ["A"],
            ##"environment(#"A"#)"##: ["A"],
            #"[environment("A"), environment("B")]"#: ["A", "B"],
            #"print("\(environment("A") ?? "")")"#: ["A"],
            #"print("\(f(")") + (environment("A") ?? "")) environment("B")")"#: ["A"],
            #"// environment("A")"#: [],
            #"/* environment("A") /* */ environment("B") */ environment("C")"#: ["C"],
            ##"let text = #"environment("A")"#"##: [],
            #"let text = "environment(\"A\")""#: [],
            "let text = \"\"\"\n    environment(\"A\")\n    \"\"\"": [],
            "let open = \"environment(\nenvironment(\"A\")": ["A"],
            "environment(name)": [],
            #"environment("\(name)")"#: [],
            #"environment("A" + "B")"#: [],
            #"environment["A"]"#: [],
            #"environments("A")"#: [],
            "": [],
            "environment(": [],
            #"environment(""#: [],
            "/* environment(": [],
        ] as [String: Set<String>])
    func namesAreStringsInCalls(_ code: String, _ names: Set<String>) {
        #expect(EnvironmentNames.names(in: code) == names)
    }

    @Test func valueOrNothing() async throws {
        let results = try await Execution.results(
            of: """
                # Environment

                ```swift
                environment("PATH") != nil && environment("UNDETECTABLE_NOT_SET") == nil
                ```

                The value `{swift} environment("UNDETECTABLE_NOT_SET") ?? "nothing"` in prose.
                """)
        #expect(results.faults == [])
        #expect(results.texts == ["true"])
        #expect(results.values.values.map(\.text) == ["nothing"])
    }

    @Test func otherNameIsRefusedAtItsLine() async throws {
        let results = try await Execution.results(
            of: """
                # Environment

                ```swift
                let name = "PA" + "TH"
                print(environment(name) ?? "nothing")
                ```
                """)
        #expect(
            results.faults == [
                "5:7 error: the cell trapped: environment: the variable 'PATH' is not passed on to the chapter, "
                    + "because no cell names it in a call: write environment(\"PATH\")"
            ])
    }
}

/// The names by which the engine speaks in a chapter's program.
@Suite("A reserved name")
struct ReservedNameTests {
    @Test(
        "code",
        arguments: [
            "_Program.end()": "4:1", "print(1)\n  _ = _LastExpression()": "5:7",
            "func f() { _Program.endCell() }": "4:12", "1 ⟸ 2": "4:3", "enum `_Program` {}": "4:7",
        ])
    func isRefusedAtItsPlace(_ code: String, _ place: String) async throws {
        let results = try await Execution.results(of: "# Names\n\n```swift\n\(code)\n```\n")
        let name = code.contains("⟸") ? "⟸" : code.contains("_Last") ? "_LastExpression" : "_Program"
        #expect(
            results.faults == [
                "\(place) error: '\(name)' is a name of the engine, which writes it between the cells of a program"
            ])
        #expect(results.cells.map(\.status) == [.skipped])
    }

    @Test func isAWordLikeAnyOtherInTextsAndComments() async throws {
        let code = "// _Program\nprint(\"_Program ⟸ _LastExpression\") /* ⟸ */"
        let results = try await Execution.results(of: "# Names\n\n```swift\n\(code)\n```\n")
        #expect(results.faults == [])
    }
}
