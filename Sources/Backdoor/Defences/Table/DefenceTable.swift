import CallSites
import Probability

/// Backdoors against defences, each pair measured on several planted models.
///
///     let table = try DefenceTable(["pancakes": pancakes], [NoDefence(), noise], seeds: 20, from: coins)
///     table.cell("pancakes", "weight noise of 0.1").summary?.success
///
/// All defences meet the same planted models, so their differences are paired.
public struct DefenceTable: Sendable {
    public let backdoors: [String]
    /// Their descriptions.
    public let defences: [String]
    /// One row a backdoor, one column a defence.
    private let cells: [[Cell]]

    /// What one defence leaves of one backdoor.
    public enum Cell: Hashable, Sendable {
        case measured(DefenceSummary)
        /// The defence has nothing to work on, for this reason.
        case notApplicable(String)

        public var summary: DefenceSummary? {
            if case .measured(let summary) = self { summary } else { nil }
        }
    }

    /// Plants and defends.
    ///
    /// - Parameters:
    ///   - backdoors: names, all different, and how one is planted with the given coins.
    ///   - defences: with different descriptions.
    ///   - seeds: how many models are planted for each backdoor, at least 2.
    ///   - generator: its streams of a backdoor's name and the number of the seed are the coins.
    /// - Throws: `DefenceError` except `.notApplicable`, which makes an empty cell, and what planting throws.
    public init(
        _ backdoors: [(name: String, plant: (Generator) throws -> BackdoorTrial)],
        _ defences: [any Defence], seeds: Int, from generator: Generator, file: StaticString = #file,
        line: UInt = #line
    ) throws {
        require(seeds >= 2, "\(seeds) planted models for each backdoor, expected at least 2", file, line)
        self.backdoors = backdoors.map(\.name)
        self.defences = defences.map(\.description)
        for names in [self.backdoors, self.defences] {
            require(Set(names).count == names.count, "a name is there twice: \(names)", file, line)
        }
        cells = try backdoors.map { backdoor in
            let coins = generator.stream(backdoor.name)
            let trials = try (0..<seeds).map { try backdoor.plant(coins.stream("plant").stream($0)) }
            let plain = try trials.map { try $0.outcome(of: NoDefence(), from: coins) }
            return try defences.map { try Self.cell($0, trials, plain, coins.stream("defend")) }
        }
    }

    private static func cell(
        _ defence: any Defence, _ trials: [BackdoorTrial], _ plain: [DefenceOutcome], _ coins: Generator
    ) throws -> Cell {
        do {
            let outcomes = try trials.enumerated().map { seed, trial in
                try trial.outcome(of: defence, from: coins.stream(seed))
            }
            return .measured(DefenceSummary(outcomes, undefended: plain))
        } catch DefenceError.notApplicable(_, _, let reason) {
            return .notApplicable(reason)
        }
    }

    /// What a defence leaves of a backdoor, both by name; names that are not in the table stop the program.
    public func cell(
        _ backdoor: String, _ defence: String, file: StaticString = #file, line: UInt = #line
    ) -> Cell {
        guard let row = backdoors.firstIndex(of: backdoor), let column = defences.firstIndex(of: defence)
        else {
            refuse(
                "no cell of '\(backdoor)' and '\(defence)' in a table of \(backdoors) and \(defences)", file,
                line)
        }
        return cells[row][column]
    }
}

/// Means over planted models.
public struct DefenceSummary: Hashable, Sendable {
    /// Of the share of activated inputs that get the wanted label.
    public let success: SampleMean
    /// The same for the controls.
    public let control: SampleMean
    public let accuracy: SampleMean
    /// Of the accuracy without a defence less the accuracy with it, model by model.
    public let cost: SampleMean
    /// Of success less control, model by model: what only the key does.
    public let excess: SampleMean

    /// - Parameter undefended: of the same models, in the same order.
    public init(
        _ outcomes: [DefenceOutcome], undefended: [DefenceOutcome], file: StaticString = #file,
        line: UInt = #line
    ) {
        require(
            outcomes.count == undefended.count,
            "\(outcomes.count) outcomes with a defence and \(undefended.count) without", file, line)
        // A defended model that already says what is wanted everywhere leaves nothing to count.
        let counted = outcomes.filter { $0.success.trials > 0 }
        success = SampleMean(of: counted.map(\.success.value))
        control = SampleMean(of: counted.map(\.control.value))
        excess = SampleMean(of: counted.map { $0.success.value - $0.control.value })
        accuracy = SampleMean(of: outcomes.map(\.accuracy.value))
        cost = SampleMean(of: zip(outcomes, undefended).map { $1.accuracy.value - $0.accuracy.value })
    }
}
