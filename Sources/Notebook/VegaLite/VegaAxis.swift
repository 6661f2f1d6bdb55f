import Glibc

extension PlotFrame.Side {
    /// What an encoding says about its axis: its title, scale and numbers.
    var encoding: JSON {
        let base: JSON = ["title": axis.label.isEmpty ? .null : .string(axis.title)]
        if !names.isEmpty {
            let scale: JSON = ["domain": .array(names.map(JSON.string))]
            return base.adding([
                "type": "nominal", "axis": ["grid": false, "labelAngle": 0],
                "scale": scale.adding(["paddingInner": hasBars ? 0.3 : nil]),
            ])
        }
        return base.adding(["type": "quantitative", "scale": scale, "axis": marks])
    }

    private var scale: JSON {
        let kind: JSON = isLog ? ["type": "log"] : ["zero": false]
        guard let range else { return kind.adding(["padding": isPadded ? 10 : nil]) }
        return kind.adding(["domain": JSON(range), "nice": .bool(axis.domain == nil)])
    }

    /// Where the axis is divided, and how the numbers there are written.
    var marks: JSON {
        if !fieldMiddles.isEmpty {
            return [
                "format": axis.style.vegaFormat ?? ".6~g", "values": .array(fieldMiddles.map(JSON.number)),
            ]
        }
        if isLog, let decades { return decades.adding(["format": axis.style.vegaFormat]) }
        return .members([
            "format": axis.style.vegaFormat, "tickCount": JSON(max(3, length / (isHorizontal ? 70 : 45))),
            "tickMinStep": isWhole ? 1 : nil,
        ])
    }

    /// Powers of ten, where there are at least two, as `10⁻⁴` when plain numbers would be long.
    private var decades: JSON? {
        let ends = range.map { [$0.lowerBound, $0.upperBound] } ?? numbers
        guard let low = ends.filter({ $0 > 0 }).min(), let high = ends.max(), high > low else { return nil }
        let first = Int(log10(low).rounded(.down))
        let last = Int(log10(high).rounded(.up))
        guard last - first >= 3 || log10(high / low) >= 1.5 else { return nil }
        let step = (last - first + 7) / 8
        let exponents = Array(stride(from: first, through: last, by: max(1, step)))
        let values = exponents.map { JSON.number(Double("1e\($0)") ?? .nan) }
        let isPlain = axis.style != .automatic || exponents.allSatisfy { (-3...4).contains($0) }
        return .members([
            "values": .array(values),
            "labelExpr": isPlain ? nil : .string(Self.powerLabels(exponents)),
        ])
    }

    /// An expression of Vega that finds the label of a power of ten in a list.
    private static func powerLabels(_ exponents: [Int]) -> String {
        let range = (exponents.min() ?? 0)...(exponents.max() ?? 0)
        let labels = range.map { $0 == 0 ? "'1'" : "'10\(NumberText.superscript($0))'" }
        return "[\(labels.joined(separator: ","))][round(log(datum.value) / LN10) - (\(range.lowerBound))]"
    }
}

extension NumberStyle {
    /// The style as a format of d3; `nil` leaves it to the page.
    var vegaFormat: JSON? {
        switch self {
        case .automatic: nil
        case .decimals(let digits): .string(".\(digits)f")
        case .percent(let digits): .string(".\(digits)%")
        case .scientific(let digits): .string(".\(digits)e")
        case .significant(let digits): .string(".\(digits)r")
        case .grouped: ",d"
        }
    }
}
