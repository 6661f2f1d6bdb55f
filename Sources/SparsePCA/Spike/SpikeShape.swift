/// How a sparse spike is drawn; its places are a uniformly drawn set.
public enum SpikeShape: Hashable, Sendable, Codable {
    /// k entries ±1/√k: the hardest to see coordinate by coordinate.
    case flat(Int)
    /// Uniform on the unit sphere of k coordinates: k normal numbers, divided by their length.
    case gaussian(Int)

    /// k: how many entries are not 0.
    public var sparsity: Int {
        switch self {
        case .flat(let count), .gaussian(let count): count
        }
    }
}

extension SpikeShape: CustomStringConvertible {
    public var description: String {
        switch self {
        case .flat(let count): "\(count)-sparse, entries ±1/√\(count)"
        case .gaussian(let count): "\(count)-sparse, uniform on its coordinates"
        }
    }
}
