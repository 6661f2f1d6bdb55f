import CallSites
import LinearAlgebra
import Probability

/// A data set in two parts: one to train on, one to judge by.
public struct DataSplit: Hashable, Sendable, Codable {
    public let training: Dataset
    public let test: Dataset

    /// Both parts in the units in which each column of the training part has mean 0 and standard deviation 1.
    ///
    /// - Throws: `DataError.notFinite` where a number becomes infinite.
    public func standardized() throws(DataError) -> DataSplit {
        let units = Standardization(fittedTo: training)
        return try DataSplit(training: units.apply(to: training), test: units.apply(to: test))
    }
}

extension Dataset {
    /// Draws a test part at random, with the same share of each class in both parts.
    ///
    /// - Parameter testShare: between 0 and 1; of each class the nearest whole number of rows is taken.
    /// - Returns: both parts, each in the order of the rows.
    public func split(testShare: Double, using generator: inout Generator) -> DataSplit {
        require(testShare > 0 && testShare < 1, "a test share of \(testShare), expected between 0 and 1")
        var isTest = [Bool](repeating: false, count: count)
        for label in Label.allCases {
            let members = labels.indices.filter { labels[$0] == label }
            let size = Int((testShare * Double(members.count)).rounded())
            for position in generator.sample(size, of: members.count) { isTest[members[position]] = true }
        }
        let indices = labels.indices
        return DataSplit(
            training: rows(indices.filter { !isTest[$0] }), test: rows(indices.filter { isTest[$0] }))
    }
}
