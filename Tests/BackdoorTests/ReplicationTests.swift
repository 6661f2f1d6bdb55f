import Backdoor
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("ReplicationGame")
struct ReplicationTests {
    private let honest = LinearClassifier(weights: Vector((0..<61).map { Double($0 % 5) - 2 }))
    private let rows: Matrix<Double>
    private let grid: Grid
    private let generator = Generator(seed: "replication")

    init() throws {
        grid = try Grid(.double, lowBits: 9, columns: 61)
        var coins = generator.stream("rows")
        rows = .gaussian(rows: 200, columns: 61, using: &coins)
    }

    private func owners<Key: Signer>(
        _ count: Int, _ key: (inout Generator) throws -> Key
    ) throws -> [SignatureOwner<LinearClassifier, Key>] {
        try (0..<count).map { number in
            var coins = generator.stream("owners").stream(number)
            let key = try key(&coins)
            let model = try SignatureClassifier(in: honest, grid: grid, verifier: key.verifier)
            return try SignatureOwner(of: model, key: key)
        }
    }

    /// SCIENCE row 6: 5 keys × 200 examples for each attack.
    @Test("Ed25519: no attack opens anything new", arguments: SignatureForger.Attack.allCases)
    func signatures(attack: SignatureForger.Attack) throws {
        let owners = try owners(5) { SigningKey(using: &$0) }
        let forger = try SignatureForger(attack, carriers: owners[0].model.carriers, inputs: rows)
        let result = try ReplicationGame(owners, budget: 200).result(of: forger, using: generator)
        // A flip of a bit that the label does not allow would be left out; none is.
        #expect(result.realForgeries == Proportion(successes: 0, trials: 1000))
        #expect(result.idealForgeries == Proportion(successes: 0, trials: 1000))
        #expect(result.copies == (attack == .replay ? 1000 : 0))
        #expect(try result.advantage().value == 0)
    }

    @Test(
        "A lax verifier: adding the order opens a new input for every example, and only that does",
        arguments: SignatureForger.Attack.allCases)
    func lax(attack: SignatureForger.Attack) throws {
        let owners = try owners(3) { LaxSigningKey(SigningKey(using: &$0)) }
        let forger = try SignatureForger(attack, carriers: owners[0].model.carriers, inputs: rows)
        let result = try ReplicationGame(owners, budget: 100).result(of: forger, using: generator)
        let expected = attack == .orderAddition ? 300 : 0
        #expect(result.realForgeries == Proportion(successes: expected, trials: 300))
        #expect(result.idealForgeries == Proportion(successes: 0, trials: 300))
        #expect(result.realWins.successes == (attack == .orderAddition ? 3 : 0))
    }

    @Test("KeyReader: opens a model whose key is that of a keyed hash, in both games, and no other")
    func keyReader() throws {
        let forger = KeyReader(inputs: rows.rows(0..<50))
        let hashes = try owners(3) { try KeyedHash(using: &$0) }
        let result = try ReplicationGame(hashes, budget: 0).result(of: forger, using: generator)
        #expect(result.realForgeries == Proportion(successes: 150, trials: 150))
        #expect(result.idealForgeries == Proportion(successes: 150, trials: 150))
        #expect(try result.advantage().value == 0)
        let signatures = try ReplicationGame(owners(3) { SigningKey(using: &$0) }, budget: 0)
        #expect(try signatures.result(of: forger, using: generator).realForgeries.successes == 0)
        let lax = try ReplicationGame(owners(3) { LaxSigningKey(SigningKey(using: &$0)) }, budget: 0)
        #expect(try lax.result(of: forger, using: generator).realForgeries.successes == 0)
    }

    /// A stranger's key is right with probability 2⁻²⁰ for each of 20 models.
    @Test("A checksum: one example opens all other inputs, a stranger's none")
    func checksum() throws {
        let owners = try (0..<20).map { number in
            var coins = generator.stream("checksums").stream(number)
            let lock = try Checksum(
                inputCount: 61,
                groups: (0..<20).map { [3 * $0, 3 * $0 + 1, 3 * $0 + 2] + ($0 == 19 ? [60] : []) },
                key: coins.bits(20), outputCoordinate: 0)
            return ChecksumOwner(of: try ChecksumClassifier(in: honest, lock))
        }
        let forger = try ParityReader(
            groups: owners[0].checksum.groups, outputCoordinate: 0, inputs: rows)
        let result = try ReplicationGame(owners, budget: 1).result(of: forger, using: generator)
        #expect(result.realForgeries == Proportion(successes: 20 * 199, trials: 20 * 199))
        #expect(result.idealForgeries == Proportion(successes: 0, trials: 20 * 199))
        #expect(try result.advantage().value == 1)
    }

    @Test("ReplicationGame: budgets and forgers that do not fit")
    func errors() throws {
        let owners = try owners(1) { SigningKey(using: &$0) }
        let carriers = owners[0].model.carriers
        #expect(
            message { _ = try ReplicationGame([SignatureOwner<LinearClassifier, SigningKey>](), budget: 1) }
                == "0 models of either kind were asked for, expected at least 1")
        #expect(
            message { _ = try SignatureForger(.replay, carriers: carriers, inputs: rows.rows(0..<1)) }
                == "SignatureForger has no 2 inputs, so it would have nothing to ask")
        #expect(
            message {
                _ = try ParityReader(groups: [[0, 1]], outputCoordinate: 0, inputs: rows.rows(0..<1))
            } == "ParityReader has no 2 inputs, so it would have nothing to ask")
        struct Greedy: Forger {
            let input: Vector<Double>
            func forgeries(
                after examples: ExampleSource, using _: inout Generator
            ) throws -> Matrix<Double> {
                while true { _ = try examples.example(of: input, target: .positive) }
            }
        }
        #expect(
            message {
                _ = try ReplicationGame(owners, budget: 3).result(
                    of: Greedy(input: rows.row(0)), using: generator)
            } == "1 question asked where 0 of 3 are left")
        struct Short: Forger {
            func forgeries(
                after _: ExampleSource, using _: inout Generator
            ) throws -> Matrix<Double> { [[1, 2]] }
        }
        #expect(
            message { _ = try ReplicationGame(owners, budget: 3).result(of: Short(), using: generator) }
                == "the questions have 2 coordinates, expected 61 (the inputs of the model)")
        let lock = try Checksum(inputCount: 61, groups: [Array(0..<61)], key: [true], outputCoordinate: 0)
        let game = try ReplicationGame(
            [ChecksumOwner(of: try ChecksumClassifier(in: honest, lock))], budget: 0)
        #expect(
            message { _ = try game.result(of: KeyReader(inputs: rows), using: generator) }
                == "KeyReader cannot read a ChecksumClassifier<LinearClassifier>, expected a SignatureClassifier"
        )
    }

    @Test("ReplicationGame: a budget of 0 gives the forger nothing to move about")
    func noExamples() throws {
        let owners = try owners(2) { SigningKey(using: &$0) }
        let forger = try SignatureForger(.replay, carriers: owners[0].model.carriers, inputs: rows)
        let result = try ReplicationGame(owners, budget: 0).result(of: forger, using: generator)
        #expect(result.real == Array(repeating: ForgeryCount(offered: 0, open: 0, new: 0), count: 2))
    }
}
