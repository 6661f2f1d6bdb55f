import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Testing

/// `docs/models.md` against the program: its examples are read, and its tables compared with what is written.
@Suite("Model and key files")
struct ModelFilesTests {
    private typealias Model = FeaturizedClassifier<RandomFourierFeatures, LinearClassifier>

    /// The text below each heading.
    private let sections: [String: String]
    private let decoder = JSONDecoder()

    private static let fourierModel = "A model of random Fourier features"
    private static let fourierKey = "A key of random Fourier features"
    private static let network = "A random ReLU network"
    private static let networkKey = "A key of a random ReLU network"

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/models.md"), encoding: .utf8)
        let parts = page.components(separatedBy: "\n## ").dropFirst().map { part in
            let heading = part.prefix { $0 != "\n" }
            return (String(heading), String(part.dropFirst(heading.count)))
        }
        sections = Dictionary(uniqueKeysWithValues: parts)
    }

    private func example(_ section: String) throws -> Data {
        let parts = try #require(sections[section]).components(separatedBy: "```json\n")
        try #require(parts.count == 2)
        return Data(parts[1].components(separatedBy: "```")[0].utf8)
    }

    /// The first column of the section's table.
    private func documentedKeys(_ section: String) -> Set<String> {
        Set((sections[section] ?? "").matches(of: /\n\| `([A-Za-z.]+)` \|/).map { String($0.output.1) })
    }

    /// `a.b.c` for each value that is not an object.
    private func keys(_ object: Any, under prefix: String = "") -> Set<String> {
        guard let object = object as? [String: Any] else { return [prefix] }
        return object.reduce(into: []) { all, entry in
            all.formUnion(keys(entry.value, under: prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"))
        }
    }

    private func keys(in data: Data) throws -> Set<String> {
        keys(try JSONSerialization.jsonObject(with: data))
    }

    @Test("docs/models.md: the example is a model, with the keys that are written and documented")
    func model() throws {
        let model = try decoder.decode(Model.self, from: example(Self.fourierModel))
        let written = try JSONEncoder().encode(model)
        #expect(try decoder.decode(Model.self, from: written) == model)
        #expect(try keys(in: written) == documentedKeys(Self.fourierModel))
        #expect(try keys(in: example(Self.fourierModel)) == documentedKeys(Self.fourierModel))
        // 0.25 + 1.5 cos(2π · 0.1) − 0.75 cos(2π · 0.6) at x = 0.
        let score = 0.25 + 1.5 * cos(0.2 * .pi) - 0.75 * cos(1.2 * .pi)
        #expect(abs(model.decision([0, 0, 0] as Vector<Double>) - score) < 1e-12)
        let regressor = FeaturizedRegressor(model.map, then: LinearFunction(weights: model.head.weights))
        #expect(
            try keys(in: JSONEncoder().encode(regressor))
                == documentedKeys(Self.fourierModel).subtracting(["head.inputNames"]))
    }

    @Test("docs/models.md: the example of a key opens the example of a model")
    func key() throws {
        let model = try decoder.decode(Model.self, from: example(Self.fourierModel))
        let key = try decoder.decode(FourierKey.self, from: example(Self.fourierKey))
        #expect(try keys(in: example(Self.fourierKey)) == documentedKeys(Self.fourierKey))
        try key.requireOwnership(of: model.map)
        #expect(try key.trigger(for: model.map) == [0, 50, 0])
        let inputs: Matrix = [[1, 2, 3], [0.5, 0, -4]]
        let features = model.map.features(of: inputs)
        let turned = model.map.features(of: try key.activate(inputs, for: model.map))
        #expect(largestEntry(features + turned) < 1e-12)
    }

    @Test("docs/models.md: a written key has the example's form")
    func writtenKey() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let key = try decoder.decode(FourierKey.self, from: example(Self.fourierKey))
        try key.write(to: file.path)
        #expect(try keys(in: Data(contentsOf: file)) == documentedKeys(Self.fourierKey))
        #expect(try FourierKey(contentsOf: file.path) == key)
    }

    @Test(
        "Model files: what does not hold together is refused",
        arguments: [
            (#""rows": 2"#, #""rows": 3"#, "6 elements were given, expected 9 for 3 × 3"),
            (#""scale": 0.1"#, #""scale": 0"#, "the scale is 0.0, expected a finite number above 0"),
            (
                #""phases": [0.1, 0.6]"#, #""phases": [0.1]"#,
                "vector has 1 elements, expected 2 (the frequencies)"
            ),
            (#""weights": [1.5, "#, #""weights": ["#, "vector has 2 elements, expected 1 (the weights)"),
            (
                #"["x1", "x2"], "intercept": 0.25, "weights": [1.5, "#,
                #"["x1"], "intercept": 0.25, "weights": ["#,
                "vector has 1 elements, expected 2 (the features)"
            ),
        ])
    func refused(text: String, replacement: String, reason: String) throws {
        let model = String(decoding: try example(Self.fourierModel), as: UTF8.self)
        let broken = model.replacing(text, with: replacement)
        #expect(broken != model)
        let error = #expect(throws: (any Error).self) {
            try decoder.decode(Model.self, from: Data(broken.utf8))
        }
        #expect(error.map { "\($0)" } == reason)
    }

    @Test("Regressor files: as many weights as features")
    func refusedRegressor() throws {
        let model = try decoder.decode(Model.self, from: example(Self.fourierModel))
        let regressor = FeaturizedRegressor(model.map, then: LinearFunction(weights: [1, 2]))
        let text = String(decoding: try JSONEncoder().encode(regressor), as: UTF8.self)
        #expect(
            try decoder.decode(
                FeaturizedRegressor<RandomFourierFeatures, LinearFunction>.self, from: Data(text.utf8))
                == regressor)
        let broken = text.replacing("[1,2]", with: "[1]")
        #expect(broken != text)
        #expect(throws: ShapeError.vectorCount(1, expected: 2, of: "features")) {
            try decoder.decode(
                FeaturizedRegressor<RandomFourierFeatures, LinearFunction>.self, from: Data(broken.utf8))
        }
    }

    @Test("docs/models.md: the examples of a random ReLU network and its key")
    func randomReLU() throws {
        let network = try decoder.decode(RandomReLUNetwork.self, from: example(Self.network))
        let written = try JSONEncoder().encode(network)
        #expect(try decoder.decode(RandomReLUNetwork.self, from: written) == network)
        #expect(try keys(in: written) == documentedKeys(Self.network))
        // Units 0.2 · 1 + 0.3 · 2 − 3 < 0 and 1.1 − 0.2 + 1.2.
        #expect(abs(network.decision([1, 2, 3] as Vector<Double>) - (2.1 / 2 - 0.5)) < 1e-12)
        let key = try decoder.decode(ReLUKey.self, from: example(Self.networkKey))
        #expect(key.direction == [0.6, 0, 0.8] && key.strength == 0.5)
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try key.write(to: file.path)
        #expect(try keys(in: Data(contentsOf: file)) == documentedKeys(Self.networkKey))
    }
}
