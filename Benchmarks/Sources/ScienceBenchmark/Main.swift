import Foundation

/// `ScienceBenchmark FOLDER NAME REPEATS`: one line of JSON with the times and the values of one measurement.
@main
enum Main {
    static let measurements: [Measurement] =
        LinearAlgebraMeasurements.all + ProbabilityMeasurements.all + LearningMeasurements.all
        + CLWEMeasurements.all + BackdoorMeasurements.all + SparsePCAMeasurements.all
        + SignatureMeasurements.all
        + CircuitMeasurements.all

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let repeats = Int(arguments[3]), repeats >= 0 else {
            throw Usage(description: "usage: ScienceBenchmark FOLDER NAME REPEATS")
        }
        guard let measurement = measurements.first(where: { $0.name == arguments[2] }) else {
            let names = measurements.map(\.name).joined(separator: ", ")
            throw Usage(description: "no measurement '\(arguments[2])', there are \(names)")
        }
        let report = try Report(measurement, inputs: Inputs(folder: arguments[1]), repeats: repeats)
        print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
    }
}

struct Usage: Error, CustomStringConvertible {
    let description: String
}
