import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import SparsePCA
import Testing

private struct WrongWeights: WeightSource {
    let rows: Matrix<Double>

    func weights(
        units: Int, inputCount: Int, using generator: inout Generator
    ) throws(ReLUError) -> Matrix<Double> { rows }
}

@Suite("RandomReLU backdoor: keys and errors")
struct RandomReLUErrorTests {
    private let data: Dataset
    private let trainer = ReLUTraining(unitCount: 8)

    init() throws {
        data = try Dataset(
            features: [[0, 1, 0], [1, 0, 0.5], [1, 1, 0], [0, 0, 0.25]],
            labels: [.positive, .negative, .negative, .positive])
    }

    private func plant(_ trainer: ReLUTraining, _ shape: SpikeShape = .flat(2), strength: Double = 0.5) throws
    {
        _ = try trainer.plant(on: data, spike: shape, strength: strength, from: Generator(seed: 1))
    }

    @Test("ReLUError: a key for other networks")
    func keyLength() throws {
        let network = try trainer.train(on: data, from: Generator(seed: 1))
        let key = try ReLUKey(direction: [0.6, 0.8], strength: 1)
        let expected = "a key of 2 coordinates for a network of 3 inputs"
        let rows: Matrix<Double> = [[1, 2]]
        #expect(message { _ = try key.variance(of: network) } == expected)
        #expect(message { try key.requireOwnership(of: network) } == expected)
        #expect(message { _ = try key.shortestTriggers(for: rows, on: network) } == expected)
        #expect(message { _ = try key.activateByShortestTriggers(rows, on: network) } == expected)
        let trigger = ReLUTrigger.added(length: 1)
        #expect(message { _ = try key.predictedActivation(of: rows, by: trigger, on: network) } == expected)
    }

    @Test("ReLUError: inputs and triggers that cannot be used")
    func inputs() throws {
        let network = try trainer.train(on: data, from: Generator(seed: 1))
        let key = try ReLUKey(direction: [0.6, 0, 0.8], strength: 1)
        let trigger = ReLUTrigger.normPreserving(length: 5)
        let wide = "the input has 2 coordinates, expected 3 (the inputs of the planted model)"
        let rows: Matrix<Double> = [[1, 2]]
        #expect(message { _ = try key.activate([1, 2] as Vector<Double>, by: trigger) } == wide)
        #expect(message { _ = try key.activate(rows, byAdding: [1]) } == wide)
        #expect(message { _ = try key.shortestTriggers(for: rows, on: network) } == wide)
        #expect(message { _ = try PredictedGain(from: rows, to: rows, units: 1, key: key) } == wide)
        let nan: Matrix<Double> = [[1, 2, 3], [1, .nan, 3]]
        let notFinite = "coordinate 1 of the input is nan, expected a finite number"
        #expect(message { _ = try key.activate(nan, by: trigger) } == notFinite)
        #expect(message { _ = try key.activate(nan, byAdding: [1, 2]) } == notFinite)
        #expect(message { _ = try key.shortestTriggers(for: nan, on: network) } == notFinite)
        #expect(message { _ = try key.predictedActivation(of: nan, by: trigger, on: network) } == notFinite)
        #expect(message { _ = try PredictedGain(from: nan, to: nan, units: 1, key: nil) } == notFinite)
        #expect(
            message { _ = try key.activate([[0, 1, 0], [-3, 0, -4]], by: trigger) }
                == "the trigger moves row 1 to 0, which cannot be brought back to the row's norm: "
                + "use another length")
        #expect(
            message { _ = try key.activate([[1, 2, 3]], byAdding: [-1]) }
                == "the trigger's length is -1.0, expected a positive finite number")
    }

    @Test("ReLUError: lengths that are none", arguments: [0, -2, .nan, .infinity] as [Double])
    func lengths(length: Double) throws {
        let key = try ReLUKey(direction: [0.6, 0, 0.8], strength: 1)
        let expected = "the trigger's length is \(length), expected a positive finite number"
        for trigger in [ReLUTrigger.added(length: length), .normPreserving(length: length)] {
            #expect(message { _ = try key.activate([[1, 2, 3]], by: trigger) } == expected)
            #expect(message { _ = try trigger.level(norm: 1, strength: 1) } == expected)
            let rule = ReLUThreshold.between(trigger, strength: 1)
            #expect(message { try plant(ReLUTraining(unitCount: 8, threshold: rule)) } == expected)
        }
    }

    @Test("ReLUError: settings that plant nothing")
    func settings() throws {
        #expect(
            message { try plant(trainer, .flat(4)) }
                == "4 entries other than 0 in 3 dimensions, expected 1 to 3")
        #expect(
            message { try plant(trainer, strength: 0) } == "theta is 0.0, expected a positive finite number")
        #expect(
            message { try plant(ReLUTraining(unitCount: 0)) } == "0 units were asked for, expected at least 1"
        )
        let coins = Generator(seed: 1)
        let covariance = try SpikedCovariance(strength: 1, spike: Spike([0.6, 0.8]))
        #expect(
            message { _ = try trainer.fit(data, weights: SpikedWeights(covariance), from: coins) }
                == "a spike in 2 dimensions for a network of 3 inputs")
        #expect(
            message { _ = try trainer.fit(data, weights: WrongWeights(rows: [[1, 2, 3]]), from: coins) }
                == "a matrix of 1 × 3 weights, expected 8 × 3 (one row a unit, one column an input)")
        let one = ReLUTraining(unitCount: 1, threshold: .aboveData(margin: 0))
        #expect(
            message { _ = try one.fit(data, weights: WrongWeights(rows: [[1, .nan, 3]]), from: coins) }
                == "a weight is NaN or infinite, expected finite numbers")
        #expect(
            message { _ = try trainer.train(on: data.rows([0, 3]), from: coins) }
                == "all 2 rows of the training data are of the class '1', expected rows of both classes")
        #expect(
            message { _ = try one.train(on: data.rows([]), from: coins) } == "the training data have no rows")
        let empty = try Dataset(features: .zeros(rows: 2, columns: 0), labels: [.positive, .negative])
        #expect(
            message { _ = try trainer.train(on: empty, from: coins) }
                == "a network of 0 inputs was asked for, expected at least 1")
    }

    @Test(
        "ReLUError: numbers outside a rule's range",
        arguments: [
            (
                .aboveData(margin: -0.5),
                "the margin is -0.5 in the rule for the threshold, expected a finite number at least 0"
            ),
            (
                .between(.added(length: 1), strength: .infinity),
                "the strength is inf in the rule for the threshold, expected a finite number above 0"
            ),
            (.positiveShare(1), "the positive share is 1.0, expected more than 0 and less than 1"),
        ] as [(ReLUThreshold, String)])
    func rules(rule: ReLUThreshold, expected: String) {
        #expect(message { try plant(ReLUTraining(unitCount: 8, threshold: rule)) } == expected)
    }

    @Test(
        "ReLUError: keys that are none",
        arguments: [
            ([3, 4], 1, "a spike in 2 dimensions has the length 5.0, expected 1: divide it by its norm"),
            ([.nan, 1], 1, "entry 0 of the spike is nan, expected a finite number"),
            ([0.6, 0.8], .nan, "theta is nan, expected a positive finite number"),
            ([0.6, 0.8], -1, "theta is -1.0, expected a positive finite number"),
        ] as [([Double], Double, String)])
    func invalidKeys(direction: [Double], strength: Double, expected: String) {
        #expect(message { _ = try ReLUKey(direction: Vector(direction), strength: strength) } == expected)
        let text = #"{"strength": \#(strength), "direction": \#(direction)}"#
        // JSON has no NaN.
        if !text.contains("nan") {
            #expect(
                message { _ = try JSONDecoder().decode(ReLUKey.self, from: Data(text.utf8)) } == expected)
        }
    }

    @Test("ReLUKey.write: only the owner may read it, and it reads back exactly")
    func writing() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "key.json").path
        // A file that all may read is replaced, not filled.
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let third = 1.0 / 3
        let key = try ReLUKey(
            direction: [third, 0, -third, (1 - 2 * third * third).squareRoot()], strength: 0.1)
        try key.write(to: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let text = try Data(contentsOf: URL(filePath: path))
        #expect(try JSONDecoder().decode(ReLUKey.self, from: text) == key)
        #expect(try ReLUKey(contentsOf: path) == key)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["key.json"])
        #expect(
            message { try key.write(to: "/nowhere/key.json") }
                == "/nowhere/key.json cannot be written: No such file or directory")
        #expect("\(key)" == "a key of 4 coordinates, 3 of them not 0, of strength 0.1")
    }

    @Test(
        "ReLUKey(contentsOf:): files that are no keys",
        arguments: [
            ("", "PATH cannot be read as a key: it is not JSON"),
            (#"{"strength": 0.1}"#, "PATH cannot be read as a key: it has no 'direction'"),
            (
                #"{"strength": 0.1, "direction": "3, 4"}"#,
                "PATH cannot be read as a key: 'direction' is not of numbers"
            ),
            (#"{"beta": 0.1, "frequency": [3, 4]}"#, "PATH cannot be read as a key: it has no 'direction'"),
            (
                #"{"strength": 0.1, "direction": [3, 4]}"#,
                "a spike in 2 dimensions has the length 5.0, expected 1: divide it by its norm"
            ),
        ])
    func reading(text: String, expected: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        #expect(
            message { _ = try ReLUKey(contentsOf: file.path) }
                == expected.replacing("PATH", with: file.path))
        #expect(
            message { _ = try ReLUKey(contentsOf: "/nowhere/key.json") }
                == "/nowhere/key.json cannot be read as a key: No such file or directory")
    }

    /// What the observer gets is the whole network in one file, and the key is not in it.
    @Test("The network as JSON: planted and honest ones have the same keys, and read back exactly")
    func whiteBox() throws {
        let coins = Generator(seed: "white box")
        let honest = try trainer.train(on: data, from: coins)
        let planted = try trainer.plant(on: data, spike: .gaussian(2), strength: 0.5, from: coins)
        let texts = try [honest, planted.model].map { model in
            String(decoding: try JSONEncoder().encode(model), as: UTF8.self)
        }
        let names = texts.map { text in
            Set(text.matches(of: /"[A-Za-z]+"/).map { String($0.output) })
        }
        #expect(names[0] == names[1])
        for entry in planted.key.direction where entry != 0 { #expect(!texts[1].contains("\(entry)")) }
        let read = try JSONDecoder().decode(RandomReLUNetwork.self, from: Data(texts[1].utf8))
        #expect(read == planted.model)
    }
}
