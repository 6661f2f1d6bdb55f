import Notebook
import Testing

/// What cannot be drawn stops the program with a sentence, and names the line that asked for it.
struct RefusalTests {
    enum Mistake: String, Codable, CaseIterable {
        case lengths, empty, intervals, mixed, nothing, logPoint, logDomain, namesAndNumbers, bins
        case heatRows, heatOrder, pixels, labels, pictures, tableRow

        func commit() {
            switch self {
            case .lengths: _ = Points("measured", x: [1, 2, 3], y: [1, 2, 3, 4])
            case .empty: _ = Line(x: [Int](), y: [Int]())
            case .intervals: _ = Bars("a", x: ["x"], y: [1], intervals: [])
            case .mixed: _ = Points(x: [Position.number(1), .category("b")], y: [1, 2])
            case .nothing: _ = Plot("Nothing") {}
            case .logPoint:
                _ = Plot("Logs", y: .axis("rate", .log)) { Points("measured", x: [1, 2], y: [1, 0]) }
            case .logDomain: _ = Plot("Logs", x: .axis("n", .log, domain: 0...1)) { Rule(x: 1) }
            case .namesAndNumbers:
                _ = Plot("Both") {
                    Points(x: ["a"], y: [1])
                    Rule(x: 3)
                }
            case .bins: _ = Histogram("h", [1.0], bins: 0)
            case .heatRows: _ = HeatMap("v", x: [1, 2], y: [1], values: [[1, 2, 3]])
            case .heatOrder: _ = HeatMap("v", x: [2, 1], y: [1], values: [[1, 2]])
            case .pixels: _ = Images("d", [[1, 2, 3]], width: 2)
            case .labels: _ = Images("d", [[1, 2]], width: 2, labels: ["a", "b"])
            case .pictures:
                _ = Plot("Both") {
                    Images([[1]], width: 1)
                    Rule(x: 3)
                }
            case .tableRow: _ = Table(columns: ["a", "b"], rows: [[1, 2], [3]])
            }
        }
    }

    static let messages: [Mistake: String] = [
        .lengths: #"Points "measured": 3 x values and 4 y values, expected as many of each"#,
        .empty: "Line: no values, expected 1 or more",
        .intervals: #"Bars "a": 0 intervals for 1 values, expected one for each"#,
        .mixed: "Points: the x values are both names and numbers, expected one kind",
        .nothing: #"Plot "Nothing": nothing to draw, expected points, lines or another mark"#,
        .logPoint:
            #"Points "measured": the y value 2 is 0, "#
            + #"but the axis "rate" is logarithmic and holds only values above 0"#,
        .logDomain:
            #"Plot "Logs": the domain of the x axis starts at 0.0, "#
            + "but a logarithmic axis holds only values above 0",
        .namesAndNumbers: #"Plot "Both": along x there are both numbers and names ("a"), expected one kind"#,
        .bins: #"Histogram "h": 0 bins, expected 1 or more"#,
        .heatRows: #"HeatMap "v": row 1 has 3 values, expected 2 (the x values)"#,
        .heatOrder: #"HeatMap "v": the x values do not grow, expected each larger than the one before"#,
        .pixels: #"Images "d": 3 pixels do not fill rows of 2"#,
        .labels: #"Images "d": 2 labels for 1 pictures, expected one for each"#,
        .pictures: #"Plot "Both": Images cannot share a plot with other marks"#,
        .tableRow: "Table: row 2 has 1 values, expected 2 (the columns)",
    ]

    @Test("mistakes", arguments: Mistake.allCases)
    func stopsWithASentence(mistake: Mistake) async throws {
        let result = try await #require(
            processExitsWith: .failure, observing: [\.standardErrorContent]
        ) { [mistake] in
            mistake.commit()
        }
        let text = String(decoding: result.standardErrorContent, as: UTF8.self)
        let message = try #require(Self.messages[mistake])
        #expect(text.contains("Fatal error: \(message)\n"), "\(text)")
        #expect(text.contains("RefusalTests.swift:"), "\(text)")
    }
}
