import Backdoor
import CLWE
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

private struct WrongShape: FrequencySource {
    func frequencies(
        count: Int, inputCount: Int, using generator: inout Generator
    ) throws(FourierError) -> Matrix<Double> { .zeros(rows: 2, columns: 3) }
}

@Suite("RandomFourierFeatures backdoor: keys and errors")
struct RandomFourierFeaturesErrorTests {
    private let data: Dataset
    private let trainer = FourierTraining(featureCount: 8, head: RidgeRegression(penalty: 1))

    init() throws {
        data = try Dataset(
            features: [[0, 1, 0], [1, 0, 0.5], [1, 1, 0], [0, 0, 0.25]],
            labels: [.positive, .negative, .negative, .positive])
    }

    private func message(_ body: () throws -> Void) -> String? {
        do { try body() } catch { return "\(error)" }
        return nil
    }

    private func key(_ frequency: Vector<Double>) throws -> FourierKey {
        try FourierKey(frequency: frequency, beta: 0.01)
    }

    @Test("FourierError: a key for other models")
    func keyLength() throws {
        let map = try RandomFourierFeatures.honest(count: 4, inputCount: 61, from: Generator(seed: 1))
        let key = try key(Vector(repeating: 0.5, count: 64))
        let expected = "a key of 64 coordinates for a model of 61 inputs"
        let rows = Matrix<Double>.zeros(rows: 2, columns: 61)
        #expect(message { _ = try key.trigger(for: map) } == expected)
        #expect(message { _ = try key.activate(rows, for: map) } == expected)
        #expect(message { _ = try key.deactivate(rows, for: map) } == expected)
        #expect(message { _ = try key.agreement(with: map) } == expected)
        #expect(message { try key.requireOwnership(of: map) } == expected)
    }

    @Test("FourierError: inputs that cannot be activated")
    func inputs() throws {
        let map = try trainer.train(on: data, from: Generator(seed: 1)).map
        let key = try key([1, 0, 2])
        #expect(
            message { _ = try key.activate([1, 2] as Vector<Double>, for: map) }
                == "the input has 2 coordinates, expected 3 (the inputs of the planted model)")
        #expect(
            message { _ = try key.activate([[1, 2, 3], [1, .nan, 3]] as Matrix<Double>, for: map) }
                == "coordinate 1 of the input is nan, expected a finite number")
    }

    @Test("FourierError: parameters that plant nothing")
    func parameters() throws {
        let coins = Generator(seed: 1)
        #expect(
            message {
                _ = try trainer.plant(
                    on: data, pancakes: .paper(dimension: 64, sparsity: 10, beta: 0.01), from: coins)
            } == "pancakes of 64 dimensions for a model of 3 inputs")
        #expect(
            message {
                _ = try trainer.plant(
                    on: data, pancakes: .paper(dimension: 3, sparsity: 4, beta: 0.01), from: coins)
            } == "4 entries other than 0 in 3 dimensions, expected 1 to 3")
        let unshifted = try PancakeParameters<StandardUnits>(
            dimension: 3, secret: .sparse(2), gamma: 2, beta: 0.1, shift: 0)
        #expect(
            message { _ = try trainer.plant(on: data, pancakes: unshifted, from: coins) }
                == "the layers are shifted by 0.0, expected 0.5: only there the key turns each feature into "
                + "its negative")
        #expect(
            message { _ = try trainer.fit(data, frequencies: WrongShape(), from: coins) }
                == "a matrix of 2 × 3 frequencies, expected 8 × 3 (one row a feature, one column an input)")
        var none = trainer
        none.featureCount = 0
        #expect(
            message { _ = try none.train(on: data, from: coins) }
                == "0 features were asked for, expected at least 1")
        var flat = trainer
        flat.scale = 0
        #expect(
            message { _ = try flat.train(on: data, from: coins) }
                == "the scale is 0.0, expected a finite number above 0")
        #expect(
            message { _ = try trainer.train(on: data.rows([0, 3]), from: coins) }
                == "all 2 rows of the training data are of the class '1', expected rows of both classes")
    }

    @Test("FourierError: keys that are none")
    func invalidKeys() {
        #expect(
            message { _ = try key([0, 0]) }
                == "a key of length 0.0 and noise 0.01, expected two positive finite numbers")
        #expect(
            message { _ = try FourierKey(frequency: [3, 4], beta: 0) }
                == "a key of length 5.0 and noise 0.0, expected two positive finite numbers")
    }

    @Test("FourierKey.write: only the owner may read it, and it reads back exactly")
    func writing() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "key.json").path
        // A file that all may read is replaced, not filled.
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let key = try key([0.1, -1e-300, 0, 1 / 3])
        try key.write(to: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let text = try Data(contentsOf: URL(filePath: path))
        #expect(try JSONDecoder().decode(FourierKey.self, from: text) == key)
        #expect(try FourierKey(contentsOf: path) == key)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["key.json"])
        #expect(
            message { try key.write(to: "/nowhere/key.json") }
                == "/nowhere/key.json cannot be written: No such file or directory")
        #expect(
            "\(key)" == "a key of 4 coordinates, 3 of them not 0, of length \(key.frequency.norm)")
    }

    @Test(
        "FourierKey(contentsOf:): files that are no keys",
        arguments: [
            ("", "it is not JSON"), ("[1, 2]", "it is not an object"),
            (#"{"beta": 0.1}"#, "it has no 'frequency'"),
            (#"{"beta": 0.1, "frequency": "3, 4"}"#, "'frequency' is not of numbers"),
            (#"{"beta": null, "frequency": [3, 4]}"#, "'beta' is not of numbers"),
        ])
    func reading(text: String, reason: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        let path = file.path
        #expect(
            message { _ = try FourierKey(contentsOf: path) } == "\(path) cannot be read as a key: \(reason)")
    }

    @Test("FourierKey(contentsOf:): no file, and numbers that are no key")
    func readingNothing() throws {
        #expect(
            message { _ = try FourierKey(contentsOf: "/nowhere/key.json") }
                == "/nowhere/key.json cannot be read as a key: No such file or directory")
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(#"{"beta": -1, "frequency": [3, 4]}"#.utf8).write(to: file)
        #expect(
            message { _ = try FourierKey(contentsOf: file.path) }
                == "a key of length 5.0 and noise -1.0, expected two positive finite numbers")
    }

    @Test("FourierError: a model that was planted for other inputs")
    func otherInputs() throws {
        let coins = Generator(seed: 2)
        let narrow = try trainer.plant(
            on: data, pancakes: .paper(dimension: 3, sparsity: 2, beta: 0.01), from: coins)
        let wide = try Dataset(
            features: [[0, 1], [1, 0], [1, 1], [0, 0]], labels: [.positive, .negative, .negative, .positive])
        var secret = coins.stream("secret")
        let parameters = try PancakeParameters.paper(dimension: 3, sparsity: 2, beta: 0.01)
        let pancakes = try HomogeneousCLWE(
            parameters, secret: Secret(parameters.secret, dimension: 3, using: &secret))
        #expect(
            message { _ = try trainer.fit(wide, frequencies: PancakeFrequencies(pancakes), from: coins) }
                == "pancakes of 3 dimensions for a model of 2 inputs")
        let other = try trainer.train(on: wide, from: coins)
        #expect(
            message { _ = try narrow.key.predictedActivation(of: wide.features, under: other) }
                == "a key of 3 coordinates for a model of 2 inputs")
        // A key to another model of the same inputs is a control, and is refused where it is asked for its model.
        let second = try trainer.plant(
            on: data, pancakes: .paper(dimension: 3, sparsity: 2, beta: 0.01), from: Generator(seed: 5))
        try second.key.requireOwnership(of: second.model.map)
        let agreement = try narrow.key.agreement(with: second.model.map)
        #expect(
            message { try narrow.key.requireOwnership(of: second.model.map) }
                == "the key is not the model's: the mean of −cos(2π⟨g, ω⟩) over its frequencies is "
                + "\(agreement), expected about \(narrow.key.damping)")
    }

    @Test("Defences: noise that is none stops the program at the line that asked")
    func refusedNoise() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let map = try RandomFourierFeatures.honest(count: 2, inputCount: 1, from: Generator(seed: 1))
            _ = map.damping(inputNoise: -1)
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("RandomFourierFeaturesErrorTests.swift"))
        #expect(text.contains("noise of deviation -1.0, expected at least 0"))
    }

    /// What the observer gets is the whole model in one file, and the key is not in it.
    @Test("The model as JSON: planted and honest ones have the same keys, and read back exactly")
    func whiteBox() throws {
        let coins = Generator(seed: "white box")
        let honest = try trainer.train(on: data, from: coins)
        let planted = try trainer.plant(
            on: data, pancakes: .paper(dimension: 3, sparsity: 2, beta: 0.01), from: coins)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let texts = try [honest, planted.model].map { model in
            String(decoding: try encoder.encode(model), as: UTF8.self)
        }
        let names = texts.map { text in text.matches(of: /"[A-Za-z]+"/).map { String($0.output) } }
        #expect(names[0] == names[1])
        for entry in planted.key.frequency where entry != 0 { #expect(!texts[1].contains("\(entry)")) }
        let decoder = JSONDecoder()
        let read = try decoder.decode(type(of: honest), from: Data(texts[1].utf8))
        #expect(read == planted.model)
        #expect(try key([1, 2, 3]).trigger(for: read.map) == [1, 2, 3])
    }
}
