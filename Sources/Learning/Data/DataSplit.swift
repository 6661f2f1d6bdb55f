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

/// A data set of several classes in two parts: one to train on, one to judge by.
public struct MulticlassSplit: Hashable, Sendable, Codable {
    public let training: MulticlassDataset
    public let test: MulticlassDataset
}

extension Dataset {
    /// Draws a test part at random, with the same share of each class in both parts.
    ///
    /// - Parameter testShare: between 0 and 1; of each class the nearest whole number of rows is taken.
    /// - Returns: both parts, each in the order of the rows.
    public func split(
        testShare: Double, using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) -> DataSplit {
        let classes = Label.allCases.map { label in labels.indices.filter { labels[$0] == label } }
        let isTest = generator.testRows(testShare, of: classes, count: count, file, line)
        return DataSplit(
            training: rows(labels.indices.filter { !isTest[$0] }),
            test: rows(labels.indices.filter { isTest[$0] }))
    }

    /// Cuts the rows at random into parts of nearly equal size, each with nearly the same share of each class;
    /// every part is the test of one split whose training is all others.
    ///
    /// - Throws: `DataError.foldCount` for fewer than 2 folds, or more than rows.
    public func folds(_ count: Int, using generator: inout Generator) throws(DataError) -> [DataSplit] {
        guard count >= 2, count <= self.count else { throw .foldCount(count, rows: self.count) }
        var fold = [Int](repeating: 0, count: self.count)
        var dealt = 0
        for label in Label.allCases {
            // Dealing goes on where the last class ended, so sizes differ by one at most.
            for row in generator.shuffled(labels.indices.filter { labels[$0] == label }) {
                fold[row] = dealt % count
                dealt += 1
            }
        }
        return (0..<count).map { index in
            DataSplit(
                training: rows(fold.indices.filter { fold[$0] != index }),
                test: rows(fold.indices.filter { fold[$0] == index }))
        }
    }
}

extension MulticlassDataset {
    /// Draws a test part at random, with the same share of each class in both parts.
    ///
    /// - Parameter testShare: between 0 and 1; of each class the nearest whole number of rows is taken.
    /// - Returns: both parts, each in the order of the rows.
    public func split(
        testShare: Double, using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) -> MulticlassSplit {
        let members = classNames.indices.map { name in classes.indices.filter { classes[$0] == name } }
        let isTest = generator.testRows(testShare, of: members, count: count, file, line)
        return MulticlassSplit(
            training: rows(classes.indices.filter { !isTest[$0] }),
            test: rows(classes.indices.filter { isTest[$0] }))
    }
}

extension Generator {
    /// Which of `count` rows are drawn, the same share of each class.
    fileprivate mutating func testRows(
        _ share: Double, of classes: [[Int]], count: Int, _ file: StaticString, _ line: UInt
    ) -> [Bool] {
        require(share > 0 && share < 1, "a test share of \(share), expected between 0 and 1", file, line)
        var isTest = [Bool](repeating: false, count: count)
        for members in classes {
            let size = Int((share * Double(members.count)).rounded())
            for position in sample(size, of: members.count) { isTest[members[position]] = true }
        }
        return isTest
    }
}
