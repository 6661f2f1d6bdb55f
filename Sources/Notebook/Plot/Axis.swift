/// What an axis says and how it is divided.
///
///     x: "key bits n"
///     y: .axis("false activations", .log)
///     y: .axis("accuracy", domain: 0.5...1, style: .percent(0))
///     x: .axis("time", unit: "s")
public struct Axis: Hashable, Sendable, ExpressibleByStringLiteral {
    public enum Scale: String, Hashable, Sendable {
        case linear
        /// Equal steps for equal factors; every value must be more than 0.
        case log
    }

    public let label: String
    public let scale: Scale
    /// The unit, shown in brackets after the label.
    public let unit: String?
    /// The values from end to end; `nil` lets the data decide.
    public let domain: ClosedRange<Double>?
    /// How the numbers at its marks are written.
    public let style: NumberStyle

    public static func axis(
        _ label: String, _ scale: Scale = .linear, unit: String? = nil, domain: ClosedRange<Double>? = nil,
        style: NumberStyle = .automatic
    ) -> Axis {
        Axis(label: label, scale: scale, unit: unit, domain: domain, style: style)
    }

    public init(stringLiteral label: String) {
        self = .axis(label)
    }

    private init(label: String, scale: Scale, unit: String?, domain: ClosedRange<Double>?, style: NumberStyle)
    {
        self.label = label
        self.scale = scale
        self.unit = unit
        self.domain = domain
        self.style = style
    }

    /// The label with the unit: `time (s)`.
    var title: String {
        unit.map { "\(label) (\($0))" } ?? label
    }
}
