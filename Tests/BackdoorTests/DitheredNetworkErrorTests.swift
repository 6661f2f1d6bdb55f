import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("DitheredNetwork backdoor: keys and errors")
struct DitheredNetworkErrorTests {
    private let experiment: DitherExperiment

    init() throws { experiment = try DitherExperiment() }

    private func refusal(_ change: (inout SpikePlan) -> Void) -> String? {
        var plan = experiment.plan()
        change(&plan)
        return message { _ = try experiment.plant(plan, from: Generator(seed: 1)) }
    }

    @Test(
        "NetworkDither: deviations that are none",
        arguments: [(0.0, "0.0"), (-1, "-1.0"), (.nan, "nan"), (.infinity, "inf")])
    func deviations(value: Double, text: String) {
        #expect(
            message { _ = try NetworkDither(deviations: [1, value]) }
                == "sigma of layer 2 is \(text), expected a positive finite number")
    }

    @Test("NetworkDither: networks that do not fit")
    func networks() throws {
        let two = try NetworkDither(deviations: [1, 1])
        #expect(
            message { _ = try two.reference(of: experiment.network, from: Generator(seed: 1)) }
                == "2 deviations, expected 3 (one a layer)")
        var layers = experiment.network.layers
        layers[1].weights[3, 4] = .nan
        let broken = MultilayerPerceptron(layers: layers, activation: .tanh)
        #expect(
            message { _ = try experiment.dither.reference(of: broken, from: Generator(seed: 1)) }
                == "layer 2 has a weight that is NaN or infinite")
        #expect(
            message {
                _ = try DitherPlanting(dither: experiment.dither, plan: experiment.plan()).plant(
                    in: broken, target: 0, seeing: experiment.rows, from: Generator(seed: 1))
            } == "layer 2 has a weight that is NaN or infinite")
    }

    @Test("DitherPlanting: plans that plant nothing")
    func plans() {
        #expect(
            refusal { $0.strengths = [1] } == "1 strengths of hidden layers, expected 2 (one a layer)")
        for (value, text) in [(0.0, "0.0"), (-2, "-2.0"), (.nan, "nan")] {
            let ending = "is \(text), expected a positive finite number"
            #expect(refusal { $0.strengths[1] = value } == "theta of layer 2 \(ending)")
            #expect(
                refusal { $0.target = .covariance(strength: value) } == "theta of the last layer \(ending)")
            #expect(refusal { $0.target = .row(gain: value) } == "the gain of the last layer \(ending)")
            #expect(refusal { $0.length = value } == "lambda \(ending)")
        }
        for count in [0, 61] {
            #expect(
                refusal { $0.sparsity = count }
                    == "a trigger on \(count) coordinates of 60 inputs, expected 1 to 60")
        }
        #expect(
            refusal { $0.sparsity = 20 }
                == "the data move in 20 of the 20 directions on the trigger's coordinates: take more than 20 "
                + "coordinates, or a trigger that need not rest")
        #expect(
            refusal { $0.propagation = .largestFactors(51) } == "51 units of layer 1, expected 1 to 50")
        #expect(refusal { $0.propagation = .largestFactors(0) } == "0 units of layer 1, expected 1 to 50")
        #expect(
            refusal { $0.propagation = .push(leavingOut: 81) }
                == "80 rows of data, expected at least 81 to see how the network answers without the trigger")
        #expect(
            refusal { $0.propagation = .push(leavingOut: -1) }
                == "-1 natural directions to leave out, expected at least 0")
        #expect(
            refusal { $0.target = .row(gain: 1e3) }?.hasPrefix("a gain of 1000.0 does not fit into a row of")
                == true)
    }

    @Test("DitherPlanting: targets and data that do not fit")
    func data() throws {
        for target in [-1, 5] {
            #expect(
                message {
                    _ = try experiment.plant(experiment.plan(), target: target, from: Generator(seed: 1))
                }
                    == "class \(target) as the target, expected 0 to 4")
        }
        let planting = DitherPlanting(dither: experiment.dither, plan: experiment.plan())
        func plant(_ rows: Matrix<Double>) -> String? {
            message {
                _ = try planting.plant(
                    in: experiment.network, target: 0, seeing: rows, from: Generator(seed: 1))
            }
        }
        #expect(
            plant(.zeros(rows: 3, columns: 59))
                == "the input has 59 coordinates, expected 60 (the inputs of the planted model)")
        var rows = experiment.rows
        rows[2, 7] = .infinity
        #expect(plant(rows) == "coordinate 7 of the input is inf, expected a finite number")
        #expect(
            plant(.zeros(rows: 0, columns: 60))
                == "0 rows of data, expected at least 1 to see how the network answers without the trigger")
    }

    @Test("DitherPlanting: a trigger that the first layer does not hear")
    func noPush() throws {
        // ReLU units that are off, whatever the trigger adds.
        let network = MultilayerPerceptron(
            layers: [
                DenseLayer(weights: [[1, 0], [0, 1]], biases: [-1e6, -1e6]),
                DenseLayer(weights: [[1, 0], [0, 1]], biases: [0, 0]),
            ], activation: .relu)
        let plan = SpikePlan(
            sparsity: 1, trigger: .flat, length: 1, strengths: [1], propagation: .push(leavingOut: 0),
            target: .row(gain: 1))
        #expect(
            message {
                _ = try DitherPlanting(dither: NetworkDither(deviations: [0.1, 0.1]), plan: plan).plant(
                    in: network, target: 0, seeing: [[1, 2]], from: Generator(seed: 1))
            } == "the trigger does not move the outputs of layer 1: take a longer one, or more noise")
    }

    @Test("DitherKey: keys that are none")
    func invalidKeys() {
        #expect(
            message { _ = try DitherKey(direction: [0.6, 0.9], length: 1, target: 0) }?
                .hasPrefix("a spike in 2 dimensions has the length 1.08") == true)
        #expect(
            message { _ = try DitherKey(direction: [.nan, 1], length: 1, target: 0) }
                == "entry 0 of the spike is nan, expected a finite number")
        #expect(
            message { _ = try DitherKey(direction: [1, 0], length: 0, target: 0) }
                == "lambda is 0.0, expected a positive finite number")
        #expect(
            message { _ = try DitherKey(direction: [1, 0], length: 1, target: -1) }
                == "class -1 as the target, expected at least 0")
    }

    @Test("DitherKey: inputs and networks that it is not for")
    func foreign() throws {
        let key = try DitherKey(direction: [0.6, 0.8], length: 1, target: 0)
        let model = try experiment.dither.reference(of: experiment.network, from: Generator(seed: 1))
        #expect(
            message { _ = try key.success(on: model, experiment.rows) }
                == "a key of 2 coordinates for a network of 60 inputs")
        #expect(
            message { try key.requireOwnership(of: model, on: experiment.rows) }
                == "a key of 2 coordinates for a network of 60 inputs")
        #expect(
            message { _ = try key.activate([[1, 2], [1, .nan]] as Matrix<Double>) }
                == "coordinate 1 of the input is nan, expected a finite number")
        #expect(
            message { _ = try key.activate([1, 2, 3] as Vector<Double>) }
                == "the input has 3 coordinates, expected 2 (the inputs of the planted model)")
        var long = Vector<Double>.zeros(60)
        long[0] = 1
        let six = try DitherKey(direction: long, length: 1, target: 5)
        #expect(
            message { _ = try six.success(on: model, experiment.rows) }
                == "class 5 as the target, expected 0 to 4")
        // A trigger of almost no length changes no answer.
        let short = try DitherKey(direction: long, length: 1e-9, target: 1)
        #expect(
            message { try short.requireOwnership(of: model, on: experiment.rows) }
                == "the key is not the network's: with the trigger it says class 1 for a share of 0.0 of the "
                + "rows, expected at least 0.5")
    }

    @Test("DitherKey.write: only the owner may read it, and it reads back exactly")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "key.json").path
        let key = try experiment.plant(experiment.plan(), from: Generator(seed: 1)).key
        try key.write(to: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try DitherKey(contentsOf: path) == key)
        #expect("\(key)" == "a key of 60 coordinates, 30 of them not 0, to class 2")
        #expect(
            message { try key.write(to: "/nowhere/key.json") }
                == "/nowhere/key.json cannot be written: No such file or directory")
        #expect(
            message { _ = try DitherKey(contentsOf: "/nowhere/key.json") }
                == "/nowhere/key.json cannot be read as a key: No such file or directory")
        func read(_ text: String) throws -> String? {
            try Data(text.utf8).write(to: URL(filePath: path))
            return message { _ = try DitherKey(contentsOf: path) }
        }
        #expect(
            try read("{\"length\": 1, \"direction\": [1]}")
                == "\(path) cannot be read as a key: it has no 'target'")
        #expect(
            try read("{\"target\": 1, \"length\": -1, \"direction\": [1]}")
                == "lambda is -1.0, expected a positive finite number")
    }
}
