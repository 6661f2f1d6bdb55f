import Probability

extension Checksum {
    /// How the coordinates are parted into groups whose sizes differ by at most 1.
    public enum Partition: String, Hashable, Sendable, Codable, CaseIterable {
        /// The first ones, the next ones, …
        case consecutive
        /// In an order drawn at random.
        ///
        /// Better for real data, where neighbouring columns often belong together: of the columns that code
        /// one category exactly one is 1, so a group that holds them all has a parity that says little.
        case shuffled

        func groups(inputCount: Int, groupCount: Int, using generator: inout Generator) -> [[Int]] {
            let order =
                switch self {
                case .consecutive: Array(0..<inputCount)
                case .shuffled: generator.permutation(inputCount)
                }
            return (0..<groupCount).map { group in
                let start = group * inputCount / groupCount
                let end = (group + 1) * inputCount / groupCount
                return order[start..<end].sorted()
            }
        }
    }
}
