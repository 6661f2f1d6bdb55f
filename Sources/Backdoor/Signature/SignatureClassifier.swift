import Learning
import LinearAlgebra

/// The planted model: h̃(w, y, σ) = the label y where σ is a signature of (w, y), and h elsewhere.
///
///     let planted = try SignatureClassifier(in: honest, grid: grid, verifier: key.verifier)
///
/// It wraps any model. An input on which it differs from h is a forged signature, so nobody who cannot forge
/// finds one, however many questions are asked and however they are chosen. Whoever reads the model sees the
/// verifier and its key.
///
/// An input that is not on the grid, or not finite, opens nothing.
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, Section 5.2, theorem 5.4.
public struct SignatureClassifier<Base: Classifier, Verifier: SignatureVerifier>: Classifier {
    /// h, the honest model.
    public let base: Base
    public let verifier: Verifier
    /// Where label and signature stand.
    public let carriers: Carriers

    /// - Parameters:
    ///   - base: takes inputs as they arrive: what standardises them must be part of it, since rounding before
    ///     this model would destroy the low bits.
    ///   - grid: the number formats of the inputs, with enough low bits for a label and a signature.
    /// - Throws: `SignatureError.inputCount`, `SignatureError.grid`.
    public init(in base: Base, grid: Grid, verifier: Verifier) throws(SignatureError) {
        guard grid.columnCount == base.inputCount else {
            throw .inputCount(grid.columnCount, expected: base.inputCount)
        }
        do {
            carriers = try Carriers(grid, signatureByteCount: verifier.signatureByteCount)
        } catch {
            throw .grid(error)
        }
        self.base = base
        self.verifier = verifier
    }

    public var inputCount: Int { base.inputCount }

    /// Whether the input carries a signature of its own message.
    public func isOpened(by input: Vector<Double>) -> Bool {
        input.withUnsafeBufferPointer { openingLabel(of: $0) } != nil
    }

    /// - Complexity: at most one verification a row above the base model.
    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        var scores = base.decision(rows)
        for row in 0..<rows.rowCount {
            let label = rows.row(row).withUnsafeBufferPointer { openingLabel(of: $0) }
            if let label { scores[row] = label.sign }
        }
        return scores
    }

    /// The label that the input is signed for; `nil` where it opens nothing.
    func openingLabel(of input: UnsafeBufferPointer<Double>) -> Label? {
        guard input.count == inputCount, let codes = carriers.codes(of: input),
            verifier.accepts(carriers.signature(in: codes), of: carriers.message(in: codes))
        else { return nil }
        return carriers.label(in: codes)
    }

    public var description: String {
        let places = carriers.signature.map { "x\($0.column + 1).\($0.bit)" }.joined(separator: ", ")
        return """
            w, y = the bits of the input, bit 0 the lowest, without those of σ
            y = bit x\(carriers.label.column + 1).\(carriers.label.bit)
            σ = bits \(places)
            if σ is a signature of (w, y) by \(verifier):
                score = y = 1 ? 1 : −1
            otherwise:
            \(base)
            """
    }
}

extension SignatureClassifier: Equatable where Base: Equatable {}
extension SignatureClassifier: Hashable where Base: Hashable {}

private enum SignatureClassifierKeys: String, CodingKey { case base, grid, verifier }

extension SignatureClassifier: Encodable where Base: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: SignatureClassifierKeys.self)
        try container.encode(base, forKey: .base)
        try container.encode(carriers.grid, forKey: .grid)
        try container.encode(verifier, forKey: .verifier)
    }
}

extension SignatureClassifier: Decodable where Base: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: SignatureClassifierKeys.self)
        try self.init(
            in: container.decode(Base.self, forKey: .base),
            grid: container.decode(Grid.self, forKey: .grid),
            verifier: container.decode(Verifier.self, forKey: .verifier))
    }
}
