/// A `//| key: value` option at the top of a cell.
public enum CellOption: String, Hashable, Sendable, Codable, CaseIterable {
    case label
    case caption
    case alt
    case inputs
    case timeLimit = "time-limit"
    case memoryLimit = "memory-limit"
    case message
    case expect
    case expectFile = "expect-file"
    case tolerance
    case order
    case ignore
    case columns
    case fold
}
