import Circuits
import LinearAlgebra

extension CircuitMeasurements {
    /// Three million threshold gates on 512 signatures at a time; libsodium's hash one by one beside it.
    static let hashVerifier = Measurement(name: "hash-verifier") { inputs in
        let sizes = try HashSignatureParameters(
            hashBits: 48, digestBits: 32, digitBits: 2, treeHeight: 4, messageByteCount: 41)
        let key = try HashPublicKey(
            sizes, seed: Array(0..<16), root: try inputs.vector("verifier-root").map { UInt8($0) })
        let bits = try inputs.matrix("verifier-inputs")
        let rows = (0..<bits.rowCount).map { row in bits.row(row).map { $0 == 1 } }
        let program = BitSlicedProgram(ThresholdNetwork(.verifier(of: key)))
        let table = try BitTable(rows: rows)
        let signed = try rows.map { row in
            (
                message: Bits.bytes(Array(row[..<328])),
                signature: try HashSignature(bits: Array(row[328...]), sizes)
            )
        }
        return Work(
            run: { try program.run(table) },
            values: { $0.column(0).map { $0 ? 1 : 0 } },
            library: { for one in signed { _ = try? key.verifies(one.signature, of: one.message) } })
    }
}
