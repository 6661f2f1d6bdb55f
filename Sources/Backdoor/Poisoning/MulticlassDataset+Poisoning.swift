import Learning
import LinearAlgebra
import Probability

extension MulticlassDataset {
    /// The data with the nearest whole number of rows to a share, drawn at random, marked and put into the
    /// class that marked inputs are to get.
    ///
    /// - Parameters:
    ///   - target: a class, counted from 0.
    ///   - share: of all rows.
    /// - Throws: `PoisoningError`; `DataError.classIndex` for a target that is no class.
    ///
    /// Source: Gu, Dolan-Gavitt and Garg 2017 (BadNets).
    public func poisoned(
        with trigger: Trigger, target: Int, share: Double, using generator: inout Generator
    ) throws -> MulticlassDataset {
        try trigger.check(inputs: features.columnCount)
        let wanted = (share * Double(count)).rounded()
        guard wanted >= 1, wanted <= Double(count) else {
            throw PoisoningError.share(share, rows: count)
        }
        var (features, classes) = (features, classes)
        for row in generator.sample(Int(wanted), of: count) {
            for (coordinate, value) in zip(trigger.coordinates, trigger.values) {
                features[row, coordinate] = value
            }
            classes[row] = target
        }
        return try MulticlassDataset(
            features: features, classes: classes, columnNames: columnNames, classNames: classNames)
    }
}
