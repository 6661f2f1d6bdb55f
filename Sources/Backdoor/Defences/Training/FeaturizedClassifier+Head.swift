import Learning

extension FeaturizedClassifier {
    /// The defence that trains the head anew, on data of the defender's own, and keeps the features.
    ///
    /// - Parameters:
    ///   - training: how; the same data give the same head.
    ///   - dataset: n columns; another number stops the program.
    /// - Throws: `FourierError.data` for features that are not finite, or `.training`.
    public func retrainingHead<Training: ClassifierTraining>(
        with training: Training, on dataset: Dataset, file: StaticString = #file, line: UInt = #line
    ) throws(FourierError) -> FeaturizedClassifier where Training.Model == Head {
        try FeaturizedClassifier(map, fitting: training, to: dataset, file: file, line: line)
    }
}
