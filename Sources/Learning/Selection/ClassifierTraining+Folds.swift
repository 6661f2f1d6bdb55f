import Probability

extension ClassifierTraining {
    /// Trains on the training part of each split and judges on its test part.
    ///
    ///     try KernelRidge(kernel: kernel, penalty: 0.1).accuracies(over: folds).value
    ///
    /// - Parameter splits: the folds of one data set, or independent splits of it.
    /// - Returns: the mean of the test accuracies with their scatter, one value for each split. Splits that
    ///   share rows are not independent, so its standard error speaks of these data only.
    /// - Throws: `TrainingError` of the first split on which training fails.
    public func accuracies(over splits: [DataSplit]) throws(TrainingError) -> SampleMean {
        var values: [Double] = []
        for split in splits {
            values.append(try fit(split.training).accuracy(on: split.test).value)
        }
        return SampleMean(of: values)
    }
}
