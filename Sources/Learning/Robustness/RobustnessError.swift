/// Why a model could not be attacked, or a point not be certified.
public enum RobustnessError: Error, Hashable, CustomStringConvertible {
    /// ε: how far an attack may move a point.
    case radius(Double)
    /// σ: the standard deviation of the noise of a smoothed model.
    case noise(Double)
    /// α: the probability of a false certificate.
    case falseAlarmRate(Double)
    /// A count of steps, restarts, draws or points that is too small.
    case count(Int, of: String, atLeast: Int)
    /// The length of a step.
    case stepSize(Double)
    case inputCount(Int, expected: Int)
    case labelCount(Int, expected: Int)
    /// A number that is NaN or infinite; rows and columns count from 0.
    case notFinite(value: String, row: Int, column: Int)
    /// The model's score of a finite point.
    case scoreNotFinite(value: String, row: Int)
    /// A box whose column has no number in it, or a bound that is NaN.
    case emptyBox(lower: Double, upper: Double, column: Int)
    case boxWidth(Int, expected: Int)
    /// A point that lies outside of the box to begin with.
    case outsideBox(value: Double, row: Int, column: Int, lower: Double, upper: Double)
    /// No point among those to start from to which the model gives another label.
    case noStart(row: Int, label: Label, candidates: Int)
    /// Adversarial training whose training failed.
    case training(TrainingError)

    public var description: String {
        switch self {
        case .radius(let radius):
            "the radius ε of an attack is \(radius), expected a finite number above 0"
        case .noise(let noise):
            "the deviation σ of the noise is \(noise), expected a finite number above 0"
        case .falseAlarmRate(let rate):
            "the probability α of a false certificate is \(rate), expected a number between 0 and 1"
        case .count(let count, let name, let least):
            "the number of \(name) is \(count), expected at least \(least)"
        case .stepSize(let size):
            "the length of a step is \(size), expected a finite number above 0"
        case .inputCount(let count, let expected):
            "points of \(count) coordinates, expected \(expected) (the inputs of the model)"
        case .labelCount(let count, let expected):
            "\(count) labels for \(expected) points, expected one a point"
        case .notFinite(let value, let row, let column):
            "row \(row) has \(value) in column \(column), expected a finite number"
        case .scoreNotFinite(let value, let row):
            "the model's score of row \(row) is \(value), expected a finite number"
        case .emptyBox(let lower, let upper, let column):
            "column \(column) of the box reaches from \(lower) to \(upper), "
                + "expected a lower bound that is at most the upper one"
        case .boxWidth(let count, let expected):
            "a box of \(count) columns, expected \(expected) (the coordinates of the points)"
        case .outsideBox(let value, let row, let column, let lower, let upper):
            "row \(row) has \(value) in column \(column), outside of the box from \(lower) to \(upper); "
                + "clamp the points first, or attack without a box"
        case .noStart(let row, let label, let candidates):
            "the model gives the label \(label.rawValue) to row \(row) and to all \(candidates) points "
                + "to start from, expected one of another label"
        case .training(let error): "\(error)"
        }
    }
}
