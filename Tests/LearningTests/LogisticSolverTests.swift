import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

private struct Values: Decodable {
    let penalty: Double
    let weights: [Double]
}

@Suite("LogisticRegression's solvers")
struct LogisticSolverTests {
    @Test("LogisticRegression: both solvers find the same minimum", arguments: [0.1, 1, 30], [true, false])
    func agree(penalty: Double, hasIntercept: Bool) throws {
        let data = try Dataset.germanCredit(in: bookData)
        let scaled = try Standardization(fittedTo: data).apply(to: data)
        let models = try [LogisticRegression.Solver.newton, .limitedMemory].map { solver in
            try LogisticRegression(penalty: penalty, hasIntercept: hasIntercept, solver: solver).fit(scaled)
        }
        #expect((models[0].weights - models[1].weights).normInfinity < 1e-6)
        #expect(abs(models[0].intercept - models[1].intercept) < 1e-6)
    }

    @Test(
        "LogisticRegression: without an intercept, scikit-learn's minimum",
        arguments: LogisticRegression.Solver.allCases)
    func withoutIntercept(solver: LogisticRegression.Solver) throws {
        let values: Values = try reference("logistic-no-intercept")
        let data = try Dataset.breastCancer(in: bookData)
        let scaled = try Standardization(fittedTo: data).apply(to: data)
        let model = try LogisticRegression(penalty: values.penalty, hasIntercept: false, solver: solver)
            .fit(scaled)
        #expect((model.weights - Vector(values.weights)).normInfinity < 1e-6)
        #expect(model.intercept == 0)
    }

    @Test("LogisticRegression: many columns are left to L-BFGS, with the same result")
    func manyColumns() throws {
        var generator = Generator(seed: "columns")
        let points = Matrix.gaussian(rows: 300, columns: 301, using: &generator)
        let data = try Dataset(features: points, labels: points.column(0).map { Label(score: $0) })
        let automatic = try LogisticRegression(penalty: 1).fit(data)
        let newton = try LogisticRegression(penalty: 1, solver: .newton).fit(data)
        #expect(try automatic == LogisticRegression(penalty: 1, solver: .limitedMemory).fit(data))
        #expect((automatic.weights - newton.weights).normInfinity < 1e-7)
    }

    @Test("LogisticRegression: too few iterations are told with the gradient that is left")
    func notConverged() throws {
        let data = try Dataset.breastCancer(in: bookData)
        let scaled = try Standardization(fittedTo: data).apply(to: data)
        let trainer = LogisticRegression(penalty: 1, solver: .limitedMemory, maximumIterations: 3)
        let error = #expect(throws: TrainingError.self) { try trainer.fit(scaled) }
        guard case .notConverged(iterations: 3, let gradient, let tolerance) = error else {
            Issue.record("\(error as Any)")
            return
        }
        #expect(gradient > 1e-4 && gradient < 1)
        #expect(abs(tolerance - 1e-10) < 1e-20)
        #expect(
            error?.description.hasPrefix("after 3 iterations the largest derivative is \(gradient), ") == true
        )
    }
}
