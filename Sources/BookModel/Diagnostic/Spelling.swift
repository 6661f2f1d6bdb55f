/// The nearest known spelling of a name that is wrong.
public enum Spelling {
    /// The candidate nearest to `name`, when it is near enough to be what was meant.
    ///
    /// Distance counts insertions, deletions, replacements and swaps of neighbours; at most a third of the
    /// longer name, and at least one, may differ. The first of equally near candidates wins.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let limit = max(1, max(name.count, candidate.count) / 3)
            let distance = distance(from: name.lowercased(), to: candidate.lowercased())
            if distance <= limit, distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.candidate
    }

    /// The optimal string alignment distance of two words. Complexity: product of their lengths.
    static func distance(from left: String, to right: String) -> Int {
        let left = Array(left)
        let right = Array(right)
        var rows = [Array(0...right.count)]
        for row in 1..<(left.count + 1) {
            var current = [row]
            for column in 1..<(right.count + 1) {
                let isSame = left[row - 1] == right[column - 1]
                var value = min(
                    rows[row - 1][column] + 1, current[column - 1] + 1,
                    rows[row - 1][column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
                {
                    value = min(value, rows[row - 2][column - 2] + 1)
                }
                current.append(value)
            }
            rows.append(current)
        }
        return rows[left.count][right.count]
    }
}
