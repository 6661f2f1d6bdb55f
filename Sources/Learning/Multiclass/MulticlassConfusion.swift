import CallSites
import LinearAlgebra
import Probability

/// How often each of several classes was taken for each.
public struct MulticlassConfusion: Hashable, Sendable, Codable {
    /// `counts[actual][predicted]`.
    public let counts: [[Int]]
    public let classNames: [String]

    /// Counts the predictions of a model on a data set with as many classes.
    public init(
        _ model: some MulticlassClassifier, on dataset: MulticlassDataset, file: StaticString = #file,
        line: UInt = #line
    ) {
        require(
            model.classCount == dataset.classNames.count,
            "a model of \(model.classCount) classes on data of \(dataset.classNames.count)", file, line)
        var counts = dataset.classNames.map { _ in dataset.classNames.map { _ in 0 } }
        for (actual, predicted) in zip(dataset.classes, model.predict(dataset.features)) {
            counts[actual][predicted] += 1
        }
        self.counts = counts
        classNames = dataset.classNames
    }

    /// How often the prediction was right.
    public var accuracy: Proportion {
        Proportion(
            successes: counts.indices.reduce(0) { $0 + counts[$1][$1] },
            trials: counts.reduce(0) { $0 + $1.reduce(0, +) })
    }

    /// How often points of the class were found.
    public func recall(of index: Int) -> Proportion {
        Proportion(successes: counts[index][index], trials: counts[index].reduce(0, +))
    }
}

extension MulticlassConfusion: CustomStringConvertible {
    /// A small table: a row for each actual class, a column for each predicted one.
    public var description: String {
        let rows = [[""] + classNames] + zip(classNames, counts).map { [$0] + $1.map { "\($0)" } }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
