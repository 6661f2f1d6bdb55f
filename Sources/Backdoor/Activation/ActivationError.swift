/// An input that a backdoor cannot be activated on.
public enum ActivationError: Error, Hashable, CustomStringConvertible {
    case coordinateCount(Int, expected: Int)
    /// A coordinate, counted from 0, that is NaN or infinite.
    case notFinite(value: String, coordinate: Int)
    /// A number that the model's number formats do not hold.
    case grid(GridError)

    public var description: String {
        switch self {
        case .coordinateCount(let count, let expected):
            "the input has \(count) coordinates, expected \(expected) (the inputs of the planted model)"
        case .notFinite(let value, let coordinate):
            "coordinate \(coordinate) of the input is \(value), expected a finite number"
        case .grid(let error): "\(error)"
        }
    }
}
