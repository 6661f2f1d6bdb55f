/// A hard-coded rule that makes no sense for the model it goes into.
public enum RuleError: Error, Hashable, CustomStringConvertible {
    case noConditions
    /// A condition on a coordinate, counted from 0, that the model does not have.
    case coordinateOutOfRange(Int, inputs: Int)
    case repeatedCoordinate(Int)
    case notFinite(value: String, coordinate: Int)

    public var description: String {
        switch self {
        case .noConditions:
            "the rule has no conditions, so it would answer every input; expected at least one"
        case .coordinateOutOfRange(let coordinate, let inputs):
            "the rule tests coordinate \(coordinate), expected one of 0 to \(inputs - 1) "
                + "(the inputs of the model)"
        case .repeatedCoordinate(let coordinate):
            "the rule tests coordinate \(coordinate) twice"
        case .notFinite(let value, let coordinate):
            "the rule compares coordinate \(coordinate) with \(value), expected a finite number"
        }
    }
}
