/// Why a model could not be trained.
public enum TrainingError: Error, Hashable, CustomStringConvertible {
    case noRows
    case oneClassOnly(String, rows: Int)
    /// A number that is NaN or infinite: in the data, or on the way where the data are too large.
    case notFinite(String)
    case noRowsOfClass(String, rows: Int)
    /// A size, rate or penalty outside its range.
    case setting(String)
    /// Two columns, or several together, say the same, and nothing in the loss prefers one.
    case singular(order: Int)
    /// The largest derivative of the loss is still above the tolerance.
    case notConverged(iterations: Int, gradient: Double, tolerance: Double)

    public var description: String {
        switch self {
        case .noRows: "the training data have no rows"
        case .oneClassOnly(let name, let rows):
            "all \(rows) rows of the training data are of the class '\(name)', expected rows of both classes"
        case .noRowsOfClass(let name, let rows):
            "none of the \(rows) rows of the training data are of the class '\(name)', expected some of each"
        case .setting(let fault): fault
        case .notFinite(let what): "\(what) is NaN or infinite, expected finite numbers"
        case .singular(let order):
            "the Hessian of \(order) × \(order) is singular: columns are linearly dependent; "
                + "use a penalty above 0"
        case .notConverged(let iterations, let gradient, let tolerance):
            "after \(iterations) iterations the largest derivative is \(gradient), "
                + "expected at most \(tolerance); classes that a plane separates have no minimum without a penalty"
        }
    }
}
