import CallSites
import LinearAlgebra
import Probability

/// How often each class was taken for each.
public struct ConfusionTable: Hashable, Sendable, Codable {
    public let truePositives: Int
    public let falsePositives: Int
    public let trueNegatives: Int
    public let falseNegatives: Int
    public let classNames: ClassNames

    /// Counts the predictions of a model on a data set.
    public init(_ model: some Classifier, on dataset: Dataset) {
        self.init(
            predicted: model.predict(dataset.features), actual: dataset.labels, classNames: dataset.classNames
        )
    }

    public init(predicted: [Label], actual: [Label], classNames: ClassNames) {
        require(predicted.count == actual.count, "\(predicted.count) predictions for \(actual.count) labels")
        let count = { (prediction: Label, label: Label) in
            zip(predicted, actual).count { $0 == prediction && $1 == label }
        }
        truePositives = count(.positive, .positive)
        falsePositives = count(.positive, .negative)
        trueNegatives = count(.negative, .negative)
        falseNegatives = count(.negative, .positive)
        self.classNames = classNames
    }

    public var count: Int { truePositives + falsePositives + trueNegatives + falseNegatives }

    /// How often the prediction was right.
    public var accuracy: Proportion {
        Proportion(successes: truePositives + trueNegatives, trials: count)
    }

    /// How often points of the class were found.
    public func recall(of label: Label) -> Proportion {
        label == .positive
            ? Proportion(successes: truePositives, trials: truePositives + falseNegatives)
            : Proportion(successes: trueNegatives, trials: trueNegatives + falsePositives)
    }
}

extension Classifier {
    /// How often the model's label is the data's.
    public func accuracy(on dataset: Dataset) -> Proportion {
        accuracy(on: dataset.features, labels: dataset.labels)
    }

    /// How often the model's label is the given one: n × d points, n labels.
    public func accuracy(on rows: Matrix<Double>, labels: [Label]) -> Proportion {
        require(rows.rowCount == labels.count, "\(labels.count) labels for a matrix of \(rows.shape)")
        return Proportion(of: zip(predict(rows), labels).map { $0 == $1 })
    }
}

extension ConfusionTable: CustomStringConvertible {
    /// A small table: a row for each actual class, a column for each predicted one.
    public var description: String {
        let (positive, negative) = (classNames.positive, classNames.negative)
        let rows = [
            ["", "taken for \(positive)", "taken for \(negative)"],
            ["\(positive)", "\(truePositives)", "\(falseNegatives)"],
            ["\(negative)", "\(falsePositives)", "\(trueNegatives)"],
        ]
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
