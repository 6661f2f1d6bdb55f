import Learning
import LinearAlgebra
import Probability

/// A detector that cannot say anything.
public enum DetectorError: Error, Hashable, Sendable {
    /// A model that has nothing this detector works on, or data that are not there.
    case notApplicable(detector: String, reason: String)
    case inputCount(of: String, Int, expected: Int)
    case classCount(of: String, Int, expected: Int)
    case arrivalsNotFinite
    case scoreNotFinite(detector: String, value: String)
    /// A setting outside its range.
    case setting(detector: String, String)
    case noDossiers(kind: String)
    case data(DataError)
    case numerics(MatrixError)
    case statistics(ProbabilityError)
}

extension DetectorError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notApplicable(let detector, let reason): "\(detector) cannot run: \(reason)"
        case .inputCount(let name, let count, let expected):
            "\(name) have \(count) columns, expected \(expected) (the inputs of the model)"
        case .classCount(let name, let count, let expected):
            "\(name) have \(count) classes, expected \(expected) (those of the model)"
        case .arrivalsNotFinite: "the arrivals hold a NaN or an infinity, expected finite numbers"
        case .scoreNotFinite(let detector, let value):
            "\(detector) gave the score \(value), expected a finite number: look at the model's answers"
        case .setting(let detector, let text): "\(detector): \(text)"
        case .noDossiers(let kind): "there are no \(kind) models, expected at least 1"
        case .data(let error): "\(error)"
        case .numerics(let error): "\(error)"
        case .statistics(let error): "\(error)"
        }
    }

    static func check(
        _ holds: Bool, _ detector: String, _ text: @autoclosure () -> String
    ) throws(DetectorError) {
        guard holds else { throw .setting(detector: detector, text()) }
    }
}
