import Learning
import LinearAlgebra
import Probability

/// A planted model with all that is needed to measure what a defence leaves of its backdoor.
///
/// The success of a backdoor is counted among the rows whose answer is not the wanted one without it, so a
/// defended model that gives the wanted label anyway is not counted as opened, and a model that has lost its
/// way on inputs far from the data shows as success of the control.
public struct BackdoorTrial: Sendable {
    public let model: any Classifier
    /// The defender's own rows, clean.
    public let rows: Dataset
    /// Rows that nobody has seen, for the accuracy.
    public let test: Dataset
    /// n × d: inputs before activation.
    public let inputs: Matrix<Double>
    /// n × d: the same, activated.
    public let activated: Matrix<Double>
    /// n × d: the same, with a change of the same size that is not the owner's.
    public let controls: Matrix<Double>
    /// n: what the owner wants each answer to be.
    public let wanted: [Label]

    /// - Throws: `DefenceError.trial` where numbers of rows or columns do not agree, or there are none.
    public init(
        _ model: any Classifier, rows: Dataset, test: Dataset, inputs: Matrix<Double>,
        activated: Matrix<Double>, controls: Matrix<Double>, wanted: [Label]
    ) throws(DefenceError) {
        let expected = Shape(rows: wanted.count, columns: model.inputCount)
        for (name, shape) in [
            ("inputs", inputs.shape), ("activated inputs", activated.shape), ("controls", controls.shape),
        ] where shape != expected {
            throw .trial(
                "\(name) in a matrix of \(shape), expected \(expected) (a row for each wanted label, a column "
                    + "for each input of the model)")
        }
        for (name, data) in [("the defender's rows", rows), ("the test rows", test)] {
            guard data.count > 0, data.features.columnCount == model.inputCount else {
                throw .trial(
                    "\(name) are a matrix of \(data.features.shape), expected at least one row of "
                        + "\(model.inputCount) columns")
            }
        }
        self.model = model
        self.rows = rows
        self.test = test
        self.inputs = inputs
        self.activated = activated
        self.controls = controls
        self.wanted = wanted
    }

    /// Carries out a defence and measures what is left.
    ///
    /// - Throws: `DefenceError`.
    public func outcome(
        of defence: some Defence, from generator: Generator
    ) throws(DefenceError) -> DefenceOutcome {
        measured(try defence.defend(model, with: rows, from: generator))
    }

    private func measured(_ defended: some Classifier) -> DefenceOutcome {
        let before = defended.predict(inputs)
        let open = wanted.indices.filter { before[$0] != wanted[$0] }
        func success(_ rows: Matrix<Double>) -> Proportion {
            let answers = defended.predict(rows.rows(open))
            return Proportion(of: zip(open, answers).map { wanted[$0] == $1 })
        }
        let answers = zip(defended.predict(test.features), test.labels)
        return DefenceOutcome(
            accuracy: Proportion(of: answers.map { $0 == $1 }), success: success(activated),
            control: success(controls))
    }
}

/// What a defence has left of one planted model.
public struct DefenceOutcome: Hashable, Sendable, Codable {
    /// On test rows.
    public let accuracy: Proportion
    /// How often an activated input gets the wanted label, of those that do not have it anyway.
    public let success: Proportion
    /// The same for the controls.
    public let control: Proportion

    public init(accuracy: Proportion, success: Proportion, control: Proportion) {
        self.accuracy = accuracy
        self.success = success
        self.control = control
    }
}
