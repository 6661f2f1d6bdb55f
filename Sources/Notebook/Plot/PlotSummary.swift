/// What the data of a plot say in words.
struct PlotSummary {
    let title: String
    let x: Axis
    let y: Axis
    let layers: [PlotLayer]

    /// For those who do not see the figure: the axes, then each series with its ranges.
    var description: String {
        let full = title.hasSuffix(".") || title.isEmpty ? title : title + "."
        return ([full, axes] + layers.map { $0.sentence(x: x, y: y) }).filter { !$0.isEmpty }.joined(
            separator: " ")
    }

    /// The axes as a sentence; empty for pictures and where nothing is written at them.
    var axes: String {
        let texts = [axisText("x", x), axisText("y", y)].compactMap { $0 }
        return texts.isEmpty || layers.contains(where: \.isPicture) ? "" : texts.joined(separator: "; ") + "."
    }

    private func axisText(_ letter: String, _ axis: Axis) -> String? {
        guard !axis.label.isEmpty else { return nil }
        return "\(letter): \(axis.title)" + (axis.scale == .log ? ", logarithmic" : "")
    }
}

extension PlotLayer {
    /// What the layer shows, as a sentence.
    func sentence(x: Axis, y: Axis) -> String {
        switch mark {
        case .points(let places): "\(nameText("Points")): \(places.summary)\(places.outside(x, y))."
        case .line(let places, _): "\(nameText("Line")): \(places.trend)."
        case .bars(let places): "\(nameText("Bars")): \(places.summary)."
        case .errorBars(let places): "\(nameText("Intervals")): \(places.summary)."
        case .histogram(let sample): "\(nameText("Histogram")): \(sample.summary)."
        case .heatMap(let cells): "\(cells.summary)."
        case .images(let row):
            "\(nameText("Pictures")): \(row.pixels.count) of \(row.width) × \(row.height) pixels."
        case .rule(let line):
            "Reference line\(line.name.map { " “\($0)”" } ?? "") at \(line.text)."
        case .note(let x, let y): "“\(name ?? "")” stands at x = \(x.text), y = \(y.text)."
        }
    }

    private func nameText(_ kind: String) -> String {
        name.map { "\(kind) “\($0)”" } ?? kind
    }
}

extension Coordinates {
    /// `7 values, x from 2 to 14, y from 6.1e-05 to 0.25`.
    fileprivate var summary: String {
        let count = drawable.count
        let sides = [("x", x), ("y", y)].compactMap { letter, positions in
            Self.extent(drawable.map { positions[$0] }).map { "\(letter) \($0)" }
        }
        let values = "\(count.grouped) \(count == 1 ? "value" : "values")"
        return ([values] + sides).joined(separator: ", ") + leftOut
    }

    /// How a line goes: `falls from 0.25 at x = 2 to 6.1e-05 at x = 14`.
    fileprivate var trend: String {
        guard let first = drawable.first, let last = drawable.last, first != last,
            let start = y[first].number, let end = y[last].number
        else { return summary }
        let numbers = drawable.compactMap { y[$0].number }
        let rises = zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
        let falls = zip(numbers, numbers.dropFirst()).allSatisfy { $0 >= $1 }
        let verb = rises && falls ? "stays" : rises ? "rises" : falls ? "falls" : "goes"
        let text = NumberText.spoken
        if verb == "stays" {
            return "stays at \(text(start)), x \(Self.extent(drawable.map { x[$0] }) ?? "")\(leftOut)"
        }
        let ends =
            "\(verb) from \(text(start)) at x = \(x[first].text) to \(text(end)) at x = \(x[last].text)"
        guard verb == "goes", let low = numbers.min(), let high = numbers.max() else { return ends + leftOut }
        return "\(ends), between \(text(low)) and \(text(high))\(leftOut)"
    }

    /// Places beyond the given ends of the axes, where points are not drawn.
    fileprivate func outside(_ x: Axis, _ y: Axis) -> String {
        let count = drawable.count { index in
            let isInside = [(x, self.x[index]), (y, self.y[index])].allSatisfy { axis, place in
                place.number.flatMap { axis.domain?.contains($0) } ?? true
            }
            return !isInside
        }
        return count == 0 ? "" : " (\(count.grouped) beyond the axes and not drawn)"
    }

    private var leftOut: String {
        let count = x.count - drawable.count
        return count == 0 ? "" : " (\(count.grouped) not finite and not drawn)"
    }

    /// `from 2 to 14`, or the names.
    static func extent(_ positions: [Position]) -> String? {
        let names = positions.compactMap(\.category).unique
        if !names.isEmpty {
            return names.count <= 8 ? "in \(names.joined(separator: ", "))" : "in \(names.count) places"
        }
        let numbers = positions.compactMap(\.number)
        guard let low = numbers.min(), let high = numbers.max() else { return nil }
        let text = NumberText.spoken
        return low == high ? "at \(text(low))" : "from \(text(low)) to \(text(high))"
    }
}

extension Sample {
    fileprivate var summary: String {
        let finite = finite
        let left = values.count - finite.count
        let count = "\(finite.count.grouped) \(finite.count == 1 ? "value" : "values")"
        let extent = Coordinates.extent(finite.map(Position.number)) ?? ""
        let mean = NumberStyle.significant(3).text(finite.reduce(0, +) / Double(finite.count))
        return "\(count) \(extent), mean \(mean)"
            + (left == 0 ? "" : " (\(left.grouped) not finite and left out)")
    }
}

extension HeatMapCells {
    fileprivate var summary: String {
        let fields = rows.indices.flatMap { row in
            x.indices.map { (value: rows[row][$0], x: x[$0].text, y: y[row].text) }
        }.filter { $0.value.isFinite }
        let empty = x.count * y.count - fields.count
        let size = "Heat map of \(value.title), \(x.count) × \(y.count) fields"
        guard let low = fields.min(by: { $0.value < $1.value }),
            let high = fields.max(by: { $0.value < $1.value })
        else { return "\(size), all empty" }
        let text = NumberText.spoken
        return "\(size): from \(text(low.value)) at x = \(low.x), y = \(low.y) to \(text(high.value)) "
            + "at x = \(high.x), y = \(high.y)" + (empty == 0 ? "" : " (\(empty.grouped) empty)")
    }
}
