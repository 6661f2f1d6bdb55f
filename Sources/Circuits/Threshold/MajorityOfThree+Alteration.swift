extension MajorityOfThree {
    /// The same change made to each copy with coins of its own; the last gate stays as it is.
    public func altered(
        _ change: (ThresholdNetwork) throws -> ThresholdNetwork
    ) rethrows -> MajorityOfThree {
        var network = self
        network.copies = try copies.map(change)
        return network
    }
}
