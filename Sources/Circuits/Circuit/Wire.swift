/// A value in a circuit: a constant, an input or the output of a gate, or the opposite of one of these.
///
/// To invert costs no gate.
public struct Wire: Hashable, Sendable {
    /// Twice the number of the node, plus 1 if its value is inverted. Node 0 is the constant 0.
    let code: UInt32

    init(code: UInt32) { self.code = code }

    init(node: Int) { code = UInt32(node) << 1 }

    public static let zero = Wire(code: 0)
    public static let one = Wire(code: 1)

    /// 1 for true.
    public init(_ constant: Bool) { code = constant ? 1 : 0 }

    public static prefix func ! (wire: Wire) -> Wire { Wire(code: wire.code ^ 1) }

    /// The value, if it is the same for every input.
    public var constant: Bool? { code < 2 ? code == 1 : nil }

    var node: Int { Int(code >> 1) }
    var isInverted: Bool { code & 1 == 1 }

    /// The node's own value.
    var plain: Wire { Wire(code: code & ~1) }

    func inverted(if condition: Bool) -> Wire { Wire(code: code ^ (condition ? 1 : 0)) }
}
