import Backdoor
import CKeystream
import Learning
import LinearAlgebra

/// The measurements of models with a signature in them.
enum SignatureMeasurements {
    static let all: [Measurement] = [signatureQueries, signatureMillion]
}

extension SignatureMeasurements {
    /// One processor, all questions at once: what a question costs.
    static let signatureQueries = Measurement(name: "signature-queries") { inputs in
        let (model, points) = try plantedModel("signature-queries", inputs)
        return Work(
            run: { model.predict(points) },
            values: { labels in labels.map(\.sign) + [Double(opened(model, points))] },
            library: { verifyByLibrary(model, points) })
    }

    /// A million questions behind an oracle, fifty times the same ones: all processors answer.
    static let signatureMillion = Measurement(name: "signature-million") { inputs in
        let (model, points) = try plantedModel("signature-million", inputs)
        return Work(
            run: {
                let oracle = Oracle(model, budget: 50 * points.rowCount)
                var labels: [Label] = []
                for _ in 0..<50 { labels = try oracle.labels(of: points) }
                return labels
            },
            values: { labels in labels.map(\.sign) + [50 * Double(opened(model, points))] })
    }

    private typealias Planted = SignatureClassifier<LinearClassifier, VerificationKey>

    private static func plantedModel(
        _ name: String, _ inputs: Inputs
    ) throws -> (Planted, Matrix<Double>) {
        let (weights, points) = (try inputs.vector("\(name)-weights"), try inputs.matrix("\(name)-points"))
        let columns = points.columnCount
        let key = try VerificationKey(inputs.vector("\(name)-key").map { UInt8($0) })
        let honest = LinearClassifier(
            weights: Vector(weights.elements[..<columns]), intercept: weights[columns])
        let grid = try Grid(.double, lowBits: 9, columns: columns)
        return (try SignatureClassifier(in: honest, grid: grid, verifier: key), points)
    }

    private static func opened(_ model: Planted, _ points: Matrix<Double>) -> Int {
        (0..<points.rowCount).count { model.isOpened(by: points.row($0)) }
    }

    /// The verifications alone, of messages and signatures that are read before.
    private static func verifyByLibrary(_ model: Planted, _ points: Matrix<Double>) {
        let contents = (0..<points.rowCount).compactMap { model.carriers.content(of: points.row($0)) }
        for content in contents {
            _ = crypto_sign_verify_detached(
                content.signature, content.message, UInt64(content.message.count), model.verifier.bytes)
        }
    }
}
