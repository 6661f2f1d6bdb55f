import Learning
import Probability

/// Plants a backdoor through the data alone: some training rows get a trigger and the owner's label, then an
/// ordinary trainer learns what it is shown.
///
/// The model has the architecture and the trainer of an honest one. This is the backdoor that detectors are
/// made for, and so the calibration of every detector in the book: what does not find it finds nothing.
///
///     let poisoned = PoisonedTraining(LogisticRegression(), trigger, target: .positive, share: 0.05)
///     let planted = try poisoned.fit(split.training, using: &coins)
///
/// Source: Gu, Dolan-Gavitt and Garg 2017 (BadNets). That rows are replaced, not added, is our choice: the
/// number of rows then gives nothing away.
public struct PoisonedTraining<Training: ClassifierTraining>: Sendable {
    /// The ordinary trainer.
    public let training: Training
    public let trigger: Trigger
    /// The label that marked inputs are to get.
    public let target: Label
    /// The share of all training rows that is poisoned.
    public let share: Double

    public init(_ training: Training, _ trigger: Trigger, target: Label, share: Double) {
        self.training = training
        self.trigger = trigger
        self.target = target
        self.share = share
    }

    /// Trains on poisoned data.
    ///
    /// - Throws: `PoisoningError`, and what the trainer throws.
    public func fit(_ dataset: Dataset, using generator: inout Generator) throws -> Training.Model {
        try training.fit(poisoned(dataset, using: &generator))
    }

    /// The data with the nearest whole number of rows to the share, drawn at random, marked and relabelled in
    /// place.
    ///
    /// - Throws: `PoisoningError`.
    public func poisoned(
        _ dataset: Dataset, using generator: inout Generator
    ) throws -> Dataset {
        try trigger.check(inputs: dataset.features.columnCount)
        let wanted = (share * Double(dataset.count)).rounded()
        guard wanted >= 1, wanted <= Double(dataset.count) else {
            throw PoisoningError.share(share, rows: dataset.count)
        }
        var (features, labels) = (dataset.features, dataset.labels)
        for row in generator.sample(Int(wanted), of: dataset.count) {
            for (coordinate, value) in zip(trigger.coordinates, trigger.values) {
                features[row, coordinate] = value
            }
            labels[row] = target
        }
        return try Dataset(
            features: features, labels: labels, columnNames: dataset.columnNames,
            classNames: dataset.classNames)
    }
}
