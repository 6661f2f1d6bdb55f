/// A trigger or a share of poisoned rows that makes no sense for the data.
public enum PoisoningError: Error, Hashable, CustomStringConvertible {
    case emptyTrigger
    /// A coordinate, counted from 0, that the data do not have; `inputs` is how many they have, if known.
    case coordinateOutOfRange(Int, inputs: Int?)
    case repeatedCoordinate(Int)
    case notFinite(value: String, coordinate: Int)
    case noOtherPlace(needed: Int, left: Int)
    /// A share that is not in 0...1, or so small that no row would be poisoned.
    case share(Double, rows: Int)

    public var description: String {
        switch self {
        case .emptyTrigger:
            "the trigger changes no coordinate; expected at least one"
        case .coordinateOutOfRange(let coordinate, let inputs):
            if let inputs {
                "the trigger changes coordinate \(coordinate), expected one of 0 to \(inputs - 1) "
                    + "(the columns of the data)"
            } else {
                "the trigger changes coordinate \(coordinate), expected 0 or more"
            }
        case .repeatedCoordinate(let coordinate):
            "the trigger changes coordinate \(coordinate) twice"
        case .notFinite(let value, let coordinate):
            "the trigger sets coordinate \(coordinate) to \(value), expected a finite number"
        case .noOtherPlace(let needed, let left):
            "a control needs \(needed) places outside the trigger, but only \(left) "
                + "\(left == 1 ? "is" : "are") left"
        case .share(let share, let rows):
            "a share of \(share) of \(rows) rows cannot be poisoned, expected at least one row and at most all"
        }
    }
}
