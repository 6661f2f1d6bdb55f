internal import CallSites

extension Generator {
    /// The numbers 0 ..< count in an order that is uniform among all orders.
    public mutating func permutation(_ count: Int, file: StaticString = #file, line: UInt = #line) -> [Int] {
        require(count >= 0, "a permutation of \(count) numbers", file, line)
        return shuffled(Array(0..<count))
    }

    /// The elements in an order that is uniform among all orders (Fisher and Yates).
    public mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var items = items
        guard items.count > 1 else { return items }
        for last in (1..<items.count).reversed() {
            items.swapAt(last, integer(below: last + 1))
        }
        return items
    }

    /// `count` different numbers of 0 ..< population, in an order that is uniform among all choices and
    /// orders.
    ///
    /// - Complexity: O(count) in time and memory, however large the population.
    public mutating func sample(
        _ count: Int, of population: Int, file: StaticString = #file, line: UInt = #line
    ) -> [Int] {
        require(
            count >= 0 && count <= population, "a sample of \(count) without replacement from \(population)",
            file, line)
        // The first steps of a shuffle, which remember only the places that they have changed.
        var moved: [Int: Int] = [:]
        return (0..<count).map { place in
            let chosen = place + integer(below: population - place)
            let value = moved[chosen] ?? chosen
            moved[chosen] = moved[place] ?? place
            return value
        }
    }
}
