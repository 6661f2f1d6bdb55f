/// What can be a coordinate: a number, or a name that becomes a place of its own on the axis.
public protocol Plottable {
    var position: Position { get }
}

/// A place along an axis.
public enum Position: Hashable, Sendable {
    case number(Double)
    case category(String)

    var number: Double? {
        if case .number(let value) = self { value } else { nil }
    }

    var category: String? {
        if case .category(let name) = self { name } else { nil }
    }

    /// Whether it can be drawn: every name, and every number but `NaN` and the infinities.
    var isDrawable: Bool { number?.isFinite ?? true }

    var text: String {
        switch self {
        case .number(let value): NumberText.spoken(value)
        case .category(let name): name
        }
    }
}

extension Plottable where Self: BinaryFloatingPoint {
    public var position: Position { .number(Double(self)) }
}

extension Plottable where Self: BinaryInteger {
    public var position: Position { .number(Double(self)) }
}

extension Double: Plottable {}
extension Float: Plottable {}
extension Int: Plottable {}
extension Int8: Plottable {}
extension Int16: Plottable {}
extension Int32: Plottable {}
extension Int64: Plottable {}
extension UInt: Plottable {}
extension UInt8: Plottable {}
extension UInt16: Plottable {}
extension UInt32: Plottable {}
extension UInt64: Plottable {}

extension String: Plottable {
    public var position: Position { .category(self) }
}

extension Position: Plottable {
    public var position: Position { self }
}
