/// Matches the lines of two texts in any order; each line is matched once, so duplicates count.
struct UnorderedMatching {
    /// Lines that differ in their numbers only, above this number, are matched by the order of their numbers.
    ///
    /// That may miss a matching, never find a wrong one.
    private static let most = 500

    let expected: [ComparedLine]
    let shown: [ComparedLine]
    let agreement: LineAgreement

    /// The edits that matching leaves: expected lines first, then lines that nothing expects.
    func edits() -> [LineEdit] {
        var partners: [Int: Int] = [:]
        let groups = Dictionary(grouping: expected.indices) { key(of: expected[$0]) }
        let candidates = Dictionary(grouping: shown.indices) { key(of: shown[$0]) }
        for (key, lines) in groups { partners.merge(match(lines, candidates[key] ?? [])) { $1 } }
        let matched = Set(partners.values)
        let rest = shown.indices.filter { !matched.contains($0) }
        return expected.indices.map { line in
            partners[line].map { LineEdit.same(line, $0) } ?? .expected(line)
        } + rest.map(LineEdit.shown)
    }

    private func key(of line: ComparedLine) -> String {
        agreement.tolerance == nil ? line.line.compared : line.shape
    }

    /// Partners of lines that may agree: as many as there can be.
    private func match(_ left: [Int], _ right: [Int]) -> [Int: Int] {
        // Without a tolerance, equal keys are equal lines.
        if agreement.tolerance == nil { return Dictionary(uniqueKeysWithValues: zip(left, right)) }
        let left = left.sorted { isBefore(expected[$0], expected[$1]) }
        let right = right.sorted { isBefore(shown[$0], shown[$1]) }
        let inOrder = zip(left, right).filter { agree($0, $1) }
        if inOrder.count == min(left.count, right.count) || max(left.count, right.count) > Self.most {
            return Dictionary(uniqueKeysWithValues: inOrder.map { ($0.0, $0.1) })
        }
        return augmented(left, right)
    }

    private func agree(_ left: Int, _ right: Int) -> Bool { agreement.agree(expected[left], shown[right]) }

    private func isBefore(_ left: ComparedLine, _ right: ComparedLine) -> Bool {
        left.tokens.compactMap(\.number).lexicographicallyPrecedes(right.tokens.compactMap(\.number))
    }

    /// A largest matching, found by augmenting paths: a line takes the partner of another that can have a third.
    ///
    /// - Complexity: the number of lines times the number of pairs that agree.
    private func augmented(_ left: [Int], _ right: [Int]) -> [Int: Int] {
        let neighbours = Dictionary(
            uniqueKeysWithValues: left.map { line in (line, right.filter { agree(line, $0) }) })
        var partner: [Int: Int] = [:]
        var owner: [Int: Int] = [:]
        for line in left {
            // Breadth first, so that a long path needs no deep recursion.
            var cameFrom: [Int: Int] = [:]
            var waiting = [line]
            var end: Int?
            search: while !waiting.isEmpty {
                let current = waiting.removeFirst()
                for candidate in neighbours[current] ?? [] where cameFrom[candidate] == nil {
                    cameFrom[candidate] = current
                    guard let other = owner[candidate] else {
                        end = candidate
                        break search
                    }
                    waiting.append(other)
                }
            }
            while let candidate = end, let taker = cameFrom[candidate] {
                end = partner[taker]
                partner[taker] = candidate
                owner[candidate] = taker
            }
        }
        return partner
    }
}
