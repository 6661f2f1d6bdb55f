import Circuits
import Foundation
import Probability

/// Reads vectors from a standard, in `Tests/Reference/values/`.
func reference<Values: Decodable>(_ name: String, as type: Values.Type = Values.self) throws -> Values {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Reference/values/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}

struct HashVectors: Decodable {
    struct Vector: Decodable {
        let name: String
        let message: String
        let repetitions: Int
        let digest: String
    }
    let vectors: [Vector]
}

func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal.utf8).map { UInt8(hexDigit: $0) }
    return stride(from: 0, to: digits.count, by: 2).map { 16 * digits[$0] + digits[$0 + 1] }
}

extension UInt8 {
    fileprivate init(hexDigit: UInt8) { self = hexDigit < 58 ? hexDigit - 48 : hexDigit - 87 }
}

/// All inputs of so many bits, bit i of row p being that of p.
func allInputs(_ count: Int) throws -> BitTable {
    try BitTable(rows: (0..<1 << count).map { p in (0..<count).map { p >> $0 & 1 == 1 } })
}

/// A circuit of random gates of every kind on random wires, inverted or not.
func randomCircuit(
    inputs: Int, gates: Int, outputs: Int, withSums: Bool = true, using coins: inout Generator
) throws -> Circuit {
    var builder = CircuitBuilder(inputCount: inputs)
    var wires = builder.inputs + [.zero]
    func pick() -> Wire {
        let wire = wires[coins.integer(below: wires.count)]
        return coins.bit() ? wire : !wire
    }
    while builder.gateCount < gates {
        let (a, b, c) = (pick(), pick(), pick())
        switch coins.integer(below: withSums ? 6 : 5) {
        case 0: wires.append(builder.and(a, b))
        case 1: wires.append(builder.xor(a, b))
        case 2: wires.append(builder.xor(a, b, c))
        case 3: wires.append(builder.majority(a, b, c))
        case 4: wires.append(builder.choose(a, b, c))
        default:
            let sources = [a, b, c, pick(), pick(), pick()]
            let weights = sources.map { _ in Double(coins.integer(below: 9) - 4) }
            wires.append(try builder.threshold(sources, weights: weights, atLeast: 0.5))
        }
    }
    let last = (0..<outputs).map { _ in pick() }
    return builder.finish(last)
}
