extension Plot {
    /// Stops the program where the plot cannot be drawn as it was asked for.
    func check(at site: CallSite) {
        let name = "Plot \"\(title)\""
        if layers.isEmpty { site.refuse("\(name): nothing to draw, expected points, lines or another mark") }
        let pictures = layers.count(where: \.isPicture)
        if pictures != 0, pictures != layers.count {
            site.refuse("\(name): Images cannot share a plot with other marks")
        }
        checkKinds("x", layers.flatMap(\.xPositions), name, site)
        checkKinds("y", layers.flatMap(\.yPositions), name, site)
        for (letter, axis) in [("x", x), ("y", y)] where axis.scale == .log {
            if let domain = axis.domain, domain.lowerBound <= 0 {
                site.refuse(
                    "\(name): the domain of the \(letter) axis starts at \(domain.lowerBound), "
                        + "but a logarithmic axis holds only values above 0")
            }
            for layer in layers { checkPositive(layer, letter, axis, name, site) }
        }
    }

    private func checkKinds(_ letter: String, _ positions: [Position], _ name: String, _ site: CallSite) {
        let names = positions.compactMap(\.category)
        if let first = names.first, names.count != positions.count {
            site.refuse(
                "\(name): along \(letter) there are both numbers and names (\"\(first)\"), expected one kind")
        }
    }

    private func checkPositive(
        _ layer: PlotLayer, _ letter: String, _ axis: Axis, _ name: String, _ site: CallSite
    ) {
        for (index, position) in layer.places(along: letter).enumerated() {
            let place = "\(layer.kindAndName): the \(letter) value \(index + 1) is"
            switch position {
            case .number(let value) where value <= 0:
                site.refuse(
                    "\(place) \(NumberStyle.automatic.text(value)), "
                        + "but the axis \"\(axis.label)\" is logarithmic and holds only values above 0")
            case .category(let text):
                site.refuse("\(place) the name \"\(text)\", but the axis \"\(axis.label)\" is logarithmic")
            case .number: continue
            }
        }
    }
}

extension PlotLayer {
    /// For messages: `Points "measured"`.
    var kindAndName: String {
        let kind =
            switch mark {
            case .points: "Points"
            case .line: "Line"
            case .bars: "Bars"
            case .errorBars: "ErrorBars"
            case .histogram: "Histogram"
            case .heatMap: "HeatMap"
            case .images: "Images"
            case .rule: "Rule"
            case .note: "Note"
            }
        return Coordinates.Mark(kind, name).description
    }

    /// The places along an axis without the ends of intervals: those may reach 0.
    fileprivate func places(along letter: String) -> [Position] {
        if let coordinates { return letter == "x" ? coordinates.x : coordinates.y }
        return letter == "x" ? xPositions : yPositions
    }
}
