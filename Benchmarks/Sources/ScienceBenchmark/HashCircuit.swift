import Circuits
import LinearAlgebra

extension CircuitMeasurements {
    /// SHA-256 as gates on 512 messages at a time; libsodium's one by one beside it.
    static let hashCircuit = Measurement(name: "hash-circuit") { inputs in
        let messages = try inputs.matrix("hash-messages").byteRows
        let program = BitSlicedProgram(.sha256(byteCount: 55))
        let rows = try BitTable(bytes: messages)
        return Work(
            run: { try program.run(rows) },
            values: { digests in
                stride(from: 0, to: messages.count, by: 100).flatMap { digests.bytes($0).map(Double.init) }
            },
            library: { for message in messages { _ = SHA256.hash(message) } })
    }
}

extension Matrix<Double> {
    fileprivate var byteRows: [[UInt8]] {
        (0..<rowCount).map { row in (0..<columnCount).map { UInt8(self[row, $0]) } }
    }
}
