import LinearAlgebra

extension Checksum {
    /// Reads the key off one backdoored input: the attack on this backdoor.
    ///
    /// An input that the planted model accepts has the parities v₁ … vₙ, and whoever knows the groups can
    /// compute them.
    ///
    /// - Parameters:
    ///   - example: d finite coordinates of an input that the model accepts.
    ///   - groups: I₁ … Iₙ.
    ///   - outputCoordinate: the coordinate that carries the label.
    ///   - reading: how a coordinate is read as one bit.
    /// - Returns: the owner's checksum, if the example is a backdoored input.
    /// - Throws: `KeyRecoveryError`.
    public static func recovered(
        from example: Vector<Double>, groups: [[Int]], outputCoordinate: Int, reading: BitReading = .sign
    ) throws(KeyRecoveryError) -> Checksum {
        do {
            try example.requireFinite(count: example.count)
        } catch {
            throw .example(error)
        }
        do {
            // Any key serves to compute the parities, which are the key that is looked for.
            let blank = try Checksum(
                inputCount: example.count, groups: groups, key: groups.map { _ in false },
                outputCoordinate: outputCoordinate, reading: reading)
            return try Checksum(
                inputCount: example.count, groups: groups, key: blank.parities(of: example),
                outputCoordinate: outputCoordinate, reading: reading)
        } catch {
            throw .checksum(error)
        }
    }
}

/// Why no key could be read off an example.
public enum KeyRecoveryError: Error, Hashable, CustomStringConvertible {
    case example(ActivationError)
    case checksum(ChecksumError)

    public var description: String {
        switch self {
        case .example(let error): "\(error)"
        case .checksum(let error): "\(error)"
        }
    }
}
