import Foundation

/// How a chapter's program is confined.
public enum Confinement: Hashable, Sendable {
    /// By bubblewrap at this path: no network, a read-only view of what is needed, writes to the scratch folder only,
    /// and limits that the kernel holds.
    case bubblewrap(path: String)
    /// Not at all: only by the limits that the engine watches.
    case none

    /// Bubblewrap, where it is on the search path.
    public static func find(searchPath: String) -> Confinement? {
        searchPath.split(separator: ":").map { "\($0)/bwrap" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }.map { .bubblewrap(path: $0) }
    }

    /// What a report calls it.
    public var name: String {
        switch self {
        case .bubblewrap: "bubblewrap"
        case .none: "none"
        }
    }
}
