internal import CallSites

extension MajorityOfThree {
    /// The same change made to each copy with coins of its own; the last gate stays as it is.
    ///
    /// A change that gives a network of another shape is a precondition failure.
    public func altered(
        file: StaticString = #file, line: UInt = #line,
        _ change: (ThresholdNetwork) throws -> ThresholdNetwork
    ) rethrows -> MajorityOfThree {
        var network = self
        network.copies = try copies.map(change)
        for (old, new) in zip(copies, network.copies) {
            require(
                new.inputCount == old.inputCount && new.outputCount == 1
                    && new.weightCount == old.weightCount && new.gateCount == old.gateCount,
                "a change from (\(old)) to (\(new)), expected the same shape", file, line)
        }
        return network
    }
}
