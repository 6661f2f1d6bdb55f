import Foundation
import Notebook
import Testing

/// Each case is a figure with its expected specification and text in Fixtures.
struct PlotTests {
    static func expect(_ name: String, _ value: some Displayable) throws {
        let bundle = value.mimeBundle
        let specification = try #require(bundle.representations[MIMEBundle.vegaLite])
        _ = try JSONSerialization.jsonObject(with: Data(specification.utf8))
        try expectFixture("plot-\(name).json", specification)
        try expectFixture("plot-\(name).txt", bundle.text)
    }

    static let bits = [2, 4, 6, 8]
    static let rates = [0.25, 0.0625, 0.015, 0.004]

    @Test("points with intervals and a line on a logarithmic axis, where an interval reaches 0")
    func logarithmic() throws {
        try Self.expect(
            "logarithmic",
            Plot("They halve", x: "bits n", y: .axis("rate", .log)) {
                Points(
                    "measured", x: Self.bits, y: Self.rates,
                    intervals: Self.rates.map { $0 < 0.01 ? 0...0.01 : $0 * 0.8...$0 * 1.2 })
                Line("2⁻ⁿ", x: Self.bits, y: Self.bits.map { exp2(-Double($0)) })
                Rule("one in a hundred", y: 0.01)
            })
    }

    @Test("lines with bands, units, a domain and a percent axis")
    func bands() throws {
        let y = [0.5, 0.7, .nan, 0.9]
        let plot = Plot(
            "It learns", x: .axis("time", unit: "s"),
            y: .axis("accuracy", domain: 0.4...1, style: .percent(0))
        ) {
            Line("honest", x: [0, 1, 2, 3], y: y, band: [0.4...0.6, 0.6...0.8, 0.7...0.9, 0.8...1])
            Line("steps", x: [0, 1, 3], y: [0.5, 0.6, 0.6], steps: true)
            Rule("halfway", x: 1.5)
            Note("a gap", x: 2, y: 0.6)
        }
        try Self.expect("bands", plot)
    }

    @Test("histograms share round limits")
    func histograms() throws {
        try Self.expect(
            "histograms",
            Plot("They overlap", x: "score", y: "applicants") {
                Histogram("honest", [0.11, 0.12, 0.2, 0.35, 0.5, .infinity])
                Histogram("planted", [0.3, 0.4, 0.45, 0.5, 0.9])
            })
    }

    @Test("whole numbers are in the middle of their bars, the density has area 1")
    func wholeNumbers() throws {
        try Self.expect(
            "whole-numbers",
            Plot("Half flip", x: "flips", y: "density") {
                Histogram([2, 3, 3, 4, 4, 4, 5, 5, 6], height: .density)
            })
    }

    @Test("grouped bars with intervals over names")
    func bars() throws {
        let detectors = ["spectral", "STRIP"]
        try Self.expect(
            "bars",
            Plot("Only one is found", y: .axis("found", domain: 0...1)) {
                Bars("BadNets", x: detectors, y: [0.9, 0.8], intervals: [0.8...0.95, 0.7...0.9])
                Bars("ours", x: detectors, y: [0.05, 0.04], intervals: [0...0.1, 0...0.1])
            })
    }

    @Test("bars that lie, and bars over numbers")
    func lyingBars() throws {
        try Self.expect(
            "lying-bars",
            Plot("Lying", x: "share") {
                Bars(x: [0.9, 0.1], y: ["first", "second"])
            })
        try Self.expect(
            "number-bars",
            Plot("Standing", x: "n") {
                Bars([0: 0.1, 1: 0.3, 2: 0.1])
            })
    }

    @Test("points over names with intervals along x")
    func namedPoints() throws {
        try Self.expect(
            "named-points",
            Plot("Advantage", x: "advantage", y: "detector") {
                Points(
                    "planted", x: [0.1, 0.0], y: ["spectral", "STRIP"], intervals: [0.05...0.2, -0.1...0.1])
            })
    }

    @Test("a heat map between numbers, on a logarithmic axis, with a line and words over it")
    func heatMap() throws {
        try Self.expect(
            "heat-map",
            Plot("A phase diagram", x: .axis("k", .log), y: "θ") {
                HeatMap(.axis("found", domain: 0...1), x: [10, 100, 1000], y: [1, 2]) {
                    (k: Int, theta: Int) in
                    k == 1000 && theta == 1 ? .nan : Double(theta) / 4
                }
                Line("threshold", x: [10, 1000], y: [1, 2])
                Points("ours", x: [100], y: [1.5])
                Rule("limit", y: 1.5)
                Note("hard", x: 100, y: 1)
            })
    }

    @Test("a heat map between names")
    func namedHeatMap() throws {
        try Self.expect(
            "named-heat-map",
            Plot("Who finds what", x: "model", y: "detector") {
                HeatMap(.axis("time", .log, unit: "s"), x: ["RFF", "ReLU"], y: ["KS"], values: [[0.1, 10]])
            })
    }

    @Test("pictures in rows with names and labels")
    func pictures() throws {
        let cross: [[Double]] = [[0, 1, 0], [1, 1, 1], [0, 1, 0]]
        try Self.expect(
            "pictures",
            Plot("Nobody sees it") {
                Images("before", [cross, cross], columns: 1)
                Images("after", [cross.flatMap { $0 }], width: 3, shading: .light, labels: ["<b>"])
                Images("difference", [[0, 0, -1]], width: 3, shading: .signed)
            })
    }

    @Test("small multiples with the same scales")
    func grid() throws {
        try Self.expect(
            "grid",
            Plot.grid("Noise grows", columns: 2, sameScales: true) {
                for noise in [0.1, 0.2] {
                    Plot("β = \(noise)", x: "x", y: "y") { Line("noise", x: [0, 1], y: [0, noise]) }
                }
            })
    }

    @Test("a diagonal, a long title on two lines")
    func diagonal() throws {
        let unit = Axis.axis("false alarms", domain: 0...1)
        let title = "No detector that we know does better than one that does not look at the model at all"
        try Self.expect(
            "diagonal",
            Plot(title, x: unit, y: .axis("hits", domain: 0...1)) {
                Line("moments", x: [0, 0.5, 1], y: [0, 0.6, 1])
                Rule.diagonal("chance")
            })
    }

    @Test("no text can end a script element or leave its string")
    func escaping() throws {
        let script = "</script><script>\"\\\u{2028}\n"
        let plot = Plot(script, x: .axis(script), y: .axis(script, unit: script), description: script) {
            Points(script, x: [1], y: [1])
            Bars(script, x: [1], y: [1])
            Rule(script, y: 1)
            Note(script, x: 1, y: 1)
        }
        let specification = plot.specification
        #expect(!specification.contains("<"))
        #expect(!specification.contains("\n"))
        let object = try JSONSerialization.jsonObject(with: Data(specification.utf8)) as? [String: Any]
        #expect(object?["description"] as? String == script)
    }

    @Test("what is not finite, or beyond the axes, is not drawn and is counted")
    func leftOut() {
        let plot = Plot("Some are missing", x: .axis("x", domain: 0...10), y: "y") {
            Points("all", x: [1, 2, 3, 40], y: [1, .nan, .infinity, 4])
            Line("none", x: [1, 2], y: [Double.nan, .nan])
        }
        #expect(
            plot.description == """
                Some are missing. x: x; y: y. Points “all”: 2 values, x from 1 to 40, y from 1 to 4 \
                (2 not finite and not drawn) (1 beyond the axes and not drawn). \
                Line “none”: 0 values (2 not finite and not drawn).
                """)
        #expect(!plot.specification.contains("Infinity"))
        #expect(plot.specification.contains(#"{"x":1,"y":1}"#))
        #expect(!plot.specification.contains(#"{"x":40"#))
    }

    @Test("layers of one name have one place in the legend, in the order in which they come")
    func legend() {
        let plot = Plot("Two series", x: "x", y: "y") {
            Points("z", x: [1], y: [1])
            Line("z", x: [1, 2], y: [1, 2])
            Points("a", x: [1], y: [1])
        }
        #expect(plot.specification.contains(#""scale":{"domain":["z","a"]}"#))
    }

    @Test("a description of one's own replaces the one made from the data")
    func description() {
        let plot = Plot("Title", description: "Three dots in a row") { Points(x: [1], y: [1]) }
        #expect(plot.description == "Three dots in a row")
    }

    @Test("a value that is alone has room around it")
    func alone() {
        let plot = Plot("One", x: "x", y: .axis("y", .log)) { Points(x: [3], y: [0.5]) }
        #expect(plot.specification.contains(#""domain":[1.5,4.5]"#))
        #expect(plot.specification.contains(#""domain":[0.05,5]"#))
    }

    @Test("measurements are drawn over lines, whatever their order")
    func depth() throws {
        let plot = Plot("Order", x: "x", y: "y") {
            Points("measured", x: [1, 2], y: [1, 2])
            Line("theory", x: [1, 2], y: [1, 2])
        }
        let line = try #require(plot.specification.range(of: #""type":"line""#))
        let point = try #require(plot.specification.range(of: #""type":"point""#))
        #expect(line.lowerBound < point.lowerBound)
        #expect(plot.specification.contains(#"["measured","theory"]"#))
    }

    @Test("a function is drawn over the whole range, smooth on either scale")
    func function() {
        var places: [Double] = []
        _ = Line(over: 1...1_000) { x in
            places.append(x)
            return x
        }
        #expect(places.first == 1 && places.last == 1_000)
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 && $1 / $0 < 1.04 && $1 - $0 < 5.01 })
    }
}
