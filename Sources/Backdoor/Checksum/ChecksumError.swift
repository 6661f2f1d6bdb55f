/// Parameters from which no checksum can be made.
public enum ChecksumError: Error, Hashable, CustomStringConvertible {
    case noGroups
    case tooFewCoordinates(Int, groups: Int)
    case keyCount(Int, groups: Int)
    case outputOutOfRange(Int, inputs: Int)
    case coordinateOutOfRange(Int, group: Int, inputs: Int)
    case repeatedCoordinate(Int)
    case missingCoordinate(Int)
    /// A group, counted from 0, in which no coordinate may be flipped.
    case nothingToFlip(group: Int)
    case format(String)
    /// A format whose numbers may have no other lowest bit.
    case noLowBit(NumberFormat)

    public var description: String {
        switch self {
        case .noGroups: "a checksum of 0 groups would hold for every input, expected at least 1"
        case .tooFewCoordinates(let inputs, let groups):
            "an input of \(inputs) coordinates is too short for \(groups) groups, "
                + "expected at least \(2 * groups) "
                + "(two a group, as one carries the label and is never flipped)"
        case .keyCount(let count, let groups):
            "the key has \(count) bits, expected \(groups) (one a group)"
        case .outputOutOfRange(let coordinate, let inputs):
            "the label is to be read from coordinate \(coordinate), expected one of 0 to \(inputs - 1)"
        case .coordinateOutOfRange(let coordinate, let group, let inputs):
            "group \(group) contains coordinate \(coordinate), expected numbers from 0 to \(inputs - 1)"
        case .repeatedCoordinate(let coordinate):
            "coordinate \(coordinate) is in two groups"
        case .missingCoordinate(let coordinate):
            "coordinate \(coordinate) is in no group"
        case .nothingToFlip(let group):
            "group \(group) has no coordinate that may be flipped"
        case .format(let fault): "the numbers have \(fault)"
        case .noLowBit(let format):
            "the lowest bit of \(format) cannot be changed for every number, so it can carry nothing"
        }
    }
}
