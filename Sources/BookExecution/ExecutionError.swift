/// Why the engine itself could not do its work; faults of chapters are diagnostics instead.
public enum ExecutionError: Error, Hashable, Sendable {
    case cannotStart(program: String, reason: String)
    case cannotRead(path: String, reason: String)
    case cannotWrite(path: String, reason: String)
    case noChapters(root: String)
    /// The folder of chapters holds no Markdown file.
    case emptyChapters(folder: String)
    case modulesDoNotBuild(log: String)
    /// bubblewrap is there, but the machine does not let it work.
    case cannotConfine(reason: String)
    /// Something that the engine needs is not on this machine.
    case missing(what: String, lookedFor: String, repair: String)
}

extension ExecutionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotStart(let program, let reason): "cannot start \(program): \(reason)"
        case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        case .noChapters(let root):
            """
            there is no folder Chapters/ in \(root)
            help: name the folder that holds Chapters/ with --root, or make one with a Markdown file in it
            """
        case .emptyChapters(let folder):
            "there is no Markdown file in \(folder)\nhelp: write a chapter, such as Chapters/01-first.md"
        case .modulesDoNotBuild(let log): "the modules that chapters import do not build:\n\(log)"
        case .cannotConfine(let reason):
            """
            bubblewrap cannot confine the programs of chapters on this machine: \(reason)
            help: let this user make user namespaces (`sysctl kernel.unprivileged_userns_clone=1` where that exists), \
            or say `--no-sandbox` to run chapters that you trust without it; `book doctor` tries it
            """
        case .missing(let what, let lookedFor, let repair):
            "\(what): missing (looked for \(lookedFor))\nhelp: \(repair)"
        }
    }
}
