extension Plot {
    /// The figure as a Vega-Lite 5 specification: JSON with sorted keys and the data inside.
    ///
    /// It holds no colour: series take the page's colours in the order of the legend, reference lines and
    /// labels have the styles `reference` and `annotation`.
    public var specification: String {
        json.adding(["$schema": Self.schema]).text
    }

    static let schema: JSON = "https://vega.github.io/schema/vega-lite/v5.json"

    var json: JSON { json(width: width ?? 560, height: height ?? naturalHeight) }

    /// Names along y need room for each.
    private var naturalHeight: Int {
        let names = layers.flatMap(\.yPositions).compactMap(\.category).unique
        let bars = layers.filter(\.isBars).compactMap(\.name).unique.count
        return names.isEmpty ? 320 : min(480, max(100, names.count * max(48, 20 + 20 * bars)))
    }

    func json(width: Int, height: Int) -> JSON {
        let words: KeyValuePairs<String, JSON?> = [
            "description": .string(description),
            "title": title.isEmpty ? nil : VegaTitle.json(title, width: width),
        ]
        if let pictures = PictureSheet(self, width: width) { return pictures.json.adding(words) }
        let frame = PlotFrame(self, width: width, height: height)
        let ordered = PlotLayer.Depth.allCases.flatMap { depth in layers.filter { $0.depth == depth } }
        let drawn = ordered.flatMap { VegaLayer($0, frame).json }
        let body: JSON = ["height": JSON(height), "layer": .array(drawn), "width": JSON(width)]
        return body.adding(words)
    }
}

/// A title on as many lines as it needs.
enum VegaTitle {
    /// - Parameter width: Of the plot, in CSS pixels; a letter of a title takes about 8.
    static func json(_ title: String, width: Int) -> JSON {
        let lines = wrapped(title, columns: max(16, width / 8))
        return [
            "anchor": "start", "frame": "group",
            "text": lines.count == 1 ? .string(lines[0]) : .array(lines.map(JSON.string)),
        ]
    }

    static func wrapped(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.displayWidth + 1 + String(word).displayWidth <= columns {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}
