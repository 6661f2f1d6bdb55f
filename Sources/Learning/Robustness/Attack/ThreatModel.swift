import LinearAlgebra

/// How far an attack may move a point: ‖x′ − x‖ ≤ ε, and x′ in the box of valid inputs.
public struct ThreatModel: Hashable, Sendable, Codable {
    /// How the length of a change is measured.
    public enum Norm: String, Hashable, Sendable, Codable, CaseIterable {
        /// max |x′ⱼ − xⱼ|.
        case lInfinity
        /// √Σ (x′ⱼ − xⱼ)².
        case l2

        /// The length of each row: n × d, n lengths.
        public func lengths(of rows: Matrix<Double>) -> Vector<Double> {
            Vector(
                (0..<rows.rowCount).map { self == .l2 ? rows.row($0).norm : rows.row($0).normInfinity })
        }
    }

    public let norm: Norm
    /// ε, above 0, in the unit of the input.
    public let radius: Double
    /// Where inputs are valid; everywhere if `nil`.
    public let box: InputBox?

    /// - Throws: `RobustnessError.radius`.
    public init(_ norm: Norm, radius: Double, box: InputBox? = nil) throws(RobustnessError) {
        guard radius > 0, radius.isFinite else { throw .radius(radius) }
        self.norm = norm
        self.radius = radius
        self.box = box
    }

    /// Throws unless the points can be attacked: finite, of the model's width, labelled, in the box.
    func check(
        _ rows: Matrix<Double>, _ labels: [Label], inputCount: Int
    ) throws(RobustnessError) {
        try RobustnessError.check(rows, labels, inputCount: inputCount)
        try box?.check(rows)
    }
}
