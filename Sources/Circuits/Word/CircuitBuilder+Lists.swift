internal import CallSites

/// Gates on any number of wires, as trees.
extension CircuitBuilder {
    /// Whether all are 1; 1 for none.
    public mutating func all(_ wires: [Wire]) -> Wire {
        reduce(wires, none: .one) { $0.and($1, $2) }
    }

    /// Whether at least one is 1; 0 for none.
    public mutating func any(_ wires: [Wire]) -> Wire { !all(wires.map { !$0 }) }

    /// Whether the number of ones is odd.
    public mutating func parity(_ wires: [Wire]) -> Wire {
        reduce(wires, none: .zero) { $0.xor($1, $2) }
    }

    /// Whether two lists of the same length agree everywhere.
    public mutating func equal(
        _ a: [Wire], _ b: [Wire], file: StaticString = #file, line: UInt = #line
    ) -> Wire {
        requirePairs(a, b, file, line)
        return all(zip(a, b).map { !xor($0, $1) })
    }

    /// Wire by wire, `condition` ? a : b.
    public mutating func choose(
        _ condition: Wire, _ a: [Wire], _ b: [Wire], file: StaticString = #file, line: UInt = #line
    ) -> [Wire] {
        requirePairs(a, b, file, line)
        return zip(a, b).map { choose(condition, $0, $1) }
    }

    private mutating func reduce(
        _ wires: [Wire], none: Wire, _ join: (inout CircuitBuilder, Wire, Wire) -> Wire
    ) -> Wire {
        var level = wires
        while level.count > 1 {
            level = stride(from: 0, to: level.count, by: 2).map { index in
                index + 1 < level.count ? join(&self, level[index], level[index + 1]) : level[index]
            }
        }
        return level.first ?? none
    }

    func requirePairs(_ a: [Wire], _ b: [Wire], _ file: StaticString, _ line: UInt) {
        require(a.count == b.count, "\(a.count) wires and \(b.count), expected as many of each", file, line)
    }
}
