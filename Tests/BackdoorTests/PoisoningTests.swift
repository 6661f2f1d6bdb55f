import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("Trigger")
struct TriggerTests {
    @Test("Trigger: writes its values and nothing else, and twice is once")
    func applies() throws {
        let trigger = try Trigger([(coordinate: 2, value: 9), (coordinate: 0, value: -1)])
        let rows: Matrix<Double> = [[1, 2, 3, 4], [5, 6, 7, 8]]
        let marked = try trigger.applied(to: rows)
        #expect(marked == [[-1, 2, 9, 4], [-1, 6, 9, 8]])
        #expect(try trigger.applied(to: marked) == marked)
        #expect(trigger.coordinates == [0, 2] && trigger.values == [-1, 9])
    }

    @Test("Trigger.control: as many of the same values, in other places")
    func control() throws {
        let trigger = try Trigger([(coordinate: 0, value: 1), (coordinate: 1, value: 2)])
        var coins = Generator(seed: 3)
        for _ in 0..<50 {
            let control = try trigger.control(among: 0..<5, using: &coins)
            #expect(control.values.sorted() == [1, 2])
            #expect(Set(control.coordinates).isSubset(of: [2, 3, 4]) && control.coordinates.count == 2)
        }
    }

    @Test(
        "Trigger: marks that make no sense are refused",
        arguments: [
            ([], "the trigger changes no coordinate; expected at least one"),
            ([(-1, 0)], "the trigger changes coordinate -1, expected 0 or more"),
            ([(3, 0), (1, 0), (3, 1)], "the trigger changes coordinate 3 twice"),
            ([(1, .infinity)], "the trigger sets coordinate 1 to inf, expected a finite number"),
        ] as [([(Int, Double)], String)])
    func refused(marks: [(Int, Double)], message: String) {
        let error = #expect(throws: PoisoningError.self) {
            try Trigger(marks.map { (coordinate: $0.0, value: $0.1) })
        }
        #expect(error?.description == message)
    }

    @Test("Trigger: data with too few columns are refused")
    func columns() throws {
        let trigger = try Trigger(at: [1, 4], value: 16)
        let error = #expect(throws: PoisoningError.self) {
            try trigger.applied(to: .zeros(rows: 2, columns: 4))
        }
        #expect(
            error?.description
                == "the trigger changes coordinate 4, expected one of 0 to 3 (the columns of the data)")
        var coins = Generator(seed: 3)
        let crowded = #expect(throws: PoisoningError.self) {
            try Trigger(at: [0, 1, 2], value: 1).control(among: 0..<5, using: &coins)
        }
        #expect(
            crowded?.description
                == "a control needs 3 places outside the trigger, but only 2 are left")
    }

    @Test("Trigger: comes back from JSON")
    func codable() throws {
        let trigger = try Trigger(at: [3, 1], value: 16)
        #expect(try JSONDecoder().decode(Trigger.self, from: JSONEncoder().encode(trigger)) == trigger)
    }
}

@Suite("PoisonedTraining")
struct PoisonedTrainingTests {
    let trainer = LogisticRegression(penalty: 1)

    /// The label is the sign of the first coordinate; the fourth is 0 everywhere.
    private func data(_ count: Int) throws -> Dataset {
        var coins = Generator(seed: "poisoned data")
        var features = Matrix<Double>.gaussian(rows: count, columns: 4, using: &coins)
        for row in 0..<count { features[row, 3] = 0 }
        return try Dataset(features: features, labels: features.column(0).map { Label(score: $0) })
    }

    @Test("PoisonedTraining.poisoned: exactly the share of rows is marked and relabelled, the rest untouched")
    func rows() throws {
        let (clean, trigger) = (try data(200), try Trigger(at: [3], value: 5))
        let training = PoisonedTraining(trainer, trigger, target: .positive, share: 0.1)
        var coins = Generator(seed: 1)
        let poisoned = try training.poisoned(clean, using: &coins)
        let marked = (0..<200).filter { poisoned.features[$0, 3] == 5 }
        #expect(marked.count == 20 && poisoned.count == 200)
        #expect(marked.allSatisfy { poisoned.labels[$0] == .positive })
        let others = (0..<200).filter { !marked.contains($0) }
        #expect(poisoned.rows(others) == clean.rows(others))
        #expect(
            poisoned.features.block(rows: 0..<200, columns: 0..<3)
                == clean.features.block(rows: 0..<200, columns: 0..<3))
    }

    /// Without poison the fourth weight is exactly 0, so the mark does nothing at all.
    @Test("PoisonedTraining: the mark turns the planted model and not the clean one")
    func plants() throws {
        let (clean, trigger) = (try data(400), try Trigger(at: [3], value: 20))
        var coins = Generator(seed: 2)
        let planted = try PoisonedTraining(trainer, trigger, target: .positive, share: 0.1)
            .fit(clean, using: &coins)
        let honest = try trainer.fit(clean)
        let marked = try trigger.applied(to: clean.features)
        #expect(honest.predict(marked) == honest.predict(clean.features))
        let turned = Proportion(of: planted.predict(marked).map { $0 == .positive })
        #expect(turned.value >= 0.95)
        #expect(planted.accuracy(on: clean).value >= 0.95)
    }

    @Test(
        "PoisonedTraining: shares that poison no row, or more than all, are refused",
        arguments: [0, 0.004, 1.1, -1, .nan])
    func shares(share: Double) throws {
        let training = PoisonedTraining(
            trainer, try Trigger(at: [3], value: 5), target: .positive, share: share)
        var coins = Generator(seed: 1)
        let error = #expect(throws: PoisoningError.self) {
            try training.poisoned(data(100), using: &coins)
        }
        #expect(
            error?.description
                == "a share of \(share) of 100 rows cannot be poisoned, expected at least one row and at most all"
        )
    }

    @Test("PoisonedTraining: a trigger outside the data is refused")
    func outside() throws {
        let training = PoisonedTraining(
            trainer, try Trigger(at: [4], value: 5), target: .positive, share: 0.1)
        var coins = Generator(seed: 1)
        #expect(throws: PoisoningError.coordinateOutOfRange(4, inputs: 4)) {
            try training.poisoned(data(100), using: &coins)
        }
    }
}
