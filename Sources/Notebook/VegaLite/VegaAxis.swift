extension PlotFrame.Side {
    /// What an encoding says about its axis: its title, scale and numbers.
    var encoding: JSON {
        let base: JSON = ["title": axis.label.isEmpty ? nil : .string(axis.title)]
        if !names.isEmpty {
            return base.adding(["type": "nominal", "scale": ["domain": .array(names.map(JSON.string))], "axis": ["labelAngle": 0]])
        }
        return base.adding(["type": "quantitative", "scale": scale, "axis": axis.style.vegaFormat.map { ["format": $0] }])
    }

    private var scale: JSON {
        let kind: JSON = isLog ? ["type": "log"] : ["zero": false]
        guard let range else { return kind }
        return kind.adding(["domain": JSON(range), "nice": .bool(axis.domain == nil)])
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
