/// Finds the places of the largest numbers without sorting all of them.
struct LargestPlaces {
    private var scratch: [Double] = []

    /// The places of the `count` largest magnitudes in rising order; of equal ones the first.
    ///
    /// - Complexity: O(n) comparisons on average.
    mutating func find(_ count: Int, in values: [Double]) -> [Int] {
        scratch.removeAll(keepingCapacity: true)
        for value in values { scratch.append(value.magnitude) }
        let bound = scratch.withUnsafeMutableBufferPointer { LargestPlaces.largest(count, in: $0) }
        var ties = count
        for value in values where value.magnitude > bound { ties -= 1 }
        var places: [Int] = []
        places.reserveCapacity(count)
        for (index, value) in values.enumerated() {
            if value.magnitude > bound {
                places.append(index)
            } else if value.magnitude == bound, ties > 0 {
                places.append(index)
                ties -= 1
            }
        }
        return places
    }

    /// The number that is number `rank` from above, counted from 1 (Hoare's selection).
    private static func largest(_ rank: Int, in values: UnsafeMutableBufferPointer<Double>) -> Double {
        var (low, high) = (0, values.count - 1)
        let wanted = rank - 1
        while low < high {
            let pivot = values[(low + high) / 2]
            var (i, j) = (low, high)
            while i <= j {
                while values[i] > pivot { i += 1 }
                while values[j] < pivot { j -= 1 }
                if i <= j {
                    values.swapAt(i, j)
                    i += 1
                    j -= 1
                }
            }
            if wanted <= j {
                high = j
            } else if wanted >= i {
                low = i
            } else {
                break
            }
        }
        return values[wanted]
    }
}
