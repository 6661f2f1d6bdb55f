/// How the direction of the layers is drawn.
public enum SecretShape: Hashable, Sendable, Codable {
    /// Uniform on the unit sphere of all n dimensions: the secret of the hardness theorem.
    case dense
    /// Uniform on the unit sphere of k coordinates, which are a uniformly drawn set.
    case sparse(Int)
    /// k entries ±1/√k at a uniformly drawn set of places, 0 elsewhere.
    case rademacher(Int)

    /// k: how many entries are not 0.
    public func sparsity(in dimension: Int) -> Int {
        switch self {
        case .dense: dimension
        case .sparse(let count), .rademacher(let count): count
        }
    }
}

extension SecretShape: CustomStringConvertible {
    public var description: String {
        switch self {
        case .dense: "dense"
        case .sparse(let count): "\(count)-sparse"
        case .rademacher(let count): "\(count)-sparse, entries ±1/√\(count)"
        }
    }
}
