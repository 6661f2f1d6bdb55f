import BookModel
import Foundation

/// Everything that the results of a chapter depend on besides the chapter: the same for all chapters of a build.
public struct ResultSurroundings: Sendable {
    /// One hash of the engine, the toolchain, the modules and the settings.
    let hash: String

    /// Hashes the surroundings.
    public init(installation: Installation, toolchain: Toolchain, confinement: Confinement)
        throws(ExecutionError)
    {
        var hash = ContentHash()
        hash.add("format", "1")
        hash.add("engine", try ContentHash.hex(ofFile: "/proc/self/exe"))
        hash.add("toolchain", try Self.identity(of: toolchain))
        hash.add("modules", try ContentHash.hex(ofFile: installation.library))
        for (name, value) in Sandbox.inheritedSettings.sorted(by: { $0.key < $1.key }) {
            hash.add(name, value)
        }
        hash.add("confinement", confinement == .none ? "none" : "bubblewrap")
        self.hash = hash.hex
    }

    /// The compiler's path, size and time of change: reading its 300 MB in every build would cost more than it gives.
    private static func identity(of toolchain: Toolchain) throws(ExecutionError) -> String {
        let frontend = toolchain.root + "/bin/swift-frontend"
        var status = stat()
        guard stat(frontend, &status) == 0 else {
            throw .missing(
                what: "the Swift compiler", lookedFor: frontend,
                repair: "install Swift 6.3 from swift.org again")
        }
        return "\(frontend) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}

extension Plan {
    /// The key of the plan's results: equal keys mean equal results.
    ///
    /// Prose, captions and display flags are not part of it, and neither is where in the file a cell stands, unless
    /// its code could ask for that.
    ///
    /// - Throws: `ExecutionError.cannotRead` for an input of a cell.
    func resultKey(
        in surroundings: ResultSurroundings, parameters: [String: String], variables: [String: String?],
        root: String
    ) throws(ExecutionError) -> String {
        var hash = ContentHash()
        hash.add("surroundings", surroundings.hash)
        hash.add("file", file)
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) { hash.add("set \(name)", value) }
        for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
            hash.add("variable \(name) \(value == nil ? "is not set" : "is set")", value ?? "")
        }
        for input in inputs { hash.add("input \(input)", try ContentHash.hex(ofFile: "\(root)/\(input)")) }
        for program in programs {
            hash.add("program", "\(program.language.rawValue) \(program.isOptimized)")
            for piece in program.pieces {
                switch piece {
                case .cell(let planned):
                    Self.add(planned.cell, to: &hash)
                    hash.add("role", "\(planned.role.rawValue) \(planned.timeLimit) \(planned.memoryLimit)")
                case .value(let value): hash.add("value \(value.id)", value.expression)
                }
            }
        }
        for rejection in rejections {
            Self.add(rejection.cell, to: &hash)
            hash.add("rejection", "\(rejection.program) \(rejection.piecesBefore)")
        }
        return hash.hex
    }

    private static func add(_ cell: Cell, to hash: inout ContentHash) {
        hash.add("cell \(cell.id)", cell.shownCode)
        let flags = cell.flags.subtracting([.hidden, .folded, .quiet])
        hash.add("flags", flags.map(\.rawValue).sorted().joined(separator: " "))
        hash.add("message", cell.options.message ?? "")
        // `#line` and its kin show where the code stands.
        if cell.shownCode.contains("#") { hash.add("line", String(cell.shownLine)) }
    }
}
