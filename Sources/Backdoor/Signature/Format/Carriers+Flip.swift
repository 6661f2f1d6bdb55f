import LinearAlgebra

extension Carriers {
    /// The bits of the message that may be flipped without leaving a column's format: all that its capacity counts
    /// but those of the signature; the label's is among them.
    public var messagePlaces: [Place] {
        let taken = Set(signature)
        return grid.columns.enumerated().flatMap { index, column in
            (0..<column.format.bitCapacity).map { Place(column: index, bit: $0) }
                .filter { !taken.contains($0) }
        }
    }

    /// The input with one bit of one column flipped.
    ///
    /// - Returns: `nil` where the input, or what it becomes, is not on the grid.
    public func flipping(_ place: Place, of input: Vector<Double>) -> Vector<Double>? {
        guard var codes = codes(of: input) else { return nil }
        codes[place.column] ^= 1 << UInt64(place.bit)
        let changed = values(of: codes)
        return self.codes(of: changed) == codes ? changed : nil
    }
}
