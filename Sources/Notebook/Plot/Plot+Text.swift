extension Plot {
    /// The figure as text: its title, its axes, and what each layer shows, with the values of short series.
    public var text: String {
        let summary = PlotSummary(title: "", x: x, y: y, layers: layers.filter(\.isPicture))
        let heading = [title, summary.axes].filter { !$0.isEmpty }
        let frame = PlotFrame(self, width: 560, height: 320)
        return (heading + layers.flatMap { ["· \($0.sentence(x: x, y: y))"] + $0.valueLines(frame) }).joined(
            separator: "\n")
    }
}

extension PlotGrid {
    /// The plots as text, one below the other.
    public var text: String {
        ((title.map { [$0] } ?? []) + plots.map(\.text)).joined(separator: "\n\n")
    }
}

extension PlotLayer {
    /// Longer series are only summed up.
    private static let longestList = 12

    /// The values, where they are few.
    fileprivate func valueLines(_ frame: PlotFrame) -> [String] {
        let table: Table? =
            switch mark {
            case .points(let places), .line(let places, _), .bars(let places), .errorBars(let places):
                places.x.count <= Self.longestList ? places.table : nil
            case .heatMap(let cells):
                cells.x.count <= Self.longestList && cells.y.count <= Self.longestList ? cells.table : nil
            case .histogram, .images, .rule, .note: nil
            }
        if let table { return table.text.split(separator: "\n").map { "    \($0)" } }
        if case .histogram(let sample) = mark { return ["    " + sparkline(frame.heights(of: sample))] }
        return []
    }

    /// Heights as blocks: `▁▂▅█▆▃▁`.
    private func sparkline(_ heights: [Double]) -> String {
        let blocks = Array(" ▁▂▃▄▅▆▇█")
        let most = heights.max() ?? 0
        return String(
            heights.map { height in
                guard height > 0, most > 0 else { return blocks[0] }
                return blocks[max(1, Int((height / most * 8).rounded()))]
            })
    }
}

extension Position {
    fileprivate var value: Any {
        switch self {
        case .number(let number): number
        case .category(let name): name
        }
    }
}

extension Coordinates {
    fileprivate var table: Table {
        guard let intervals else {
            return Table(columns: ["x", "y"], rows: x.indices.map { [x[$0].value, y[$0].value] })
        }
        let rows = x.indices.map { index -> [Any?] in
            [x[index].value, y[index].value, intervals[index].lowerBound, intervals[index].upperBound]
        }
        return Table(columns: ["x", "y", "from", "to"], rows: rows)
    }
}

extension HeatMapCells {
    /// With y growing upwards, as in the figure.
    fileprivate var table: Table {
        let rows = y.indices.reversed().map { row -> [Any?] in [y[row].text] + self.rows[row] }
        return Table(columns: [TableHeading("y \\ x")] + x.map { TableHeading($0.text) }, rows: rows)
    }
}
