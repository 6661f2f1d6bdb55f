import BookModel
import Foundation

/// A file or folder below the root of the book that a cell opened or asked about, whether it is there or not.
public struct FileOpening: Hashable, Sendable {
    /// `nil` for a value in the prose.
    public let cell: Cell.ID?
    /// From the root of the book, with symbolic links followed; `.` is the root.
    public let path: String
    /// The statement that ran.
    public let position: SourcePosition

    public init(cell: Cell.ID?, path: String, position: SourcePosition) {
        self.cell = cell
        self.path = path
        self.position = position
    }
}

/// Finds what cells opened without declaring it: the results depend on it, and no key of them knows.
public struct OpeningCheck {
    let chapter: Chapter
    let root: String

    public init(chapter: Chapter, root: String) {
        self.chapter = chapter
        self.root = root
    }

    /// One error for each cell and kind of what it opened and may not.
    /// - Parameter allowed: the paths, as they are declared, that each cell may open.
    public func faults(of openings: [FileOpening], allowed: [Cell.ID: Set<String>]) -> [Diagnostic] {
        var groups: [Group: [FileOpening]] = [:]
        var order: [Group] = []
        for opening in openings where !isAllowed(opening, allowed) {
            let group = Group(cell: opening.cell, kind: kind(of: opening.path))
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(opening)
        }
        return order.compactMap { group in
            groups[group].flatMap { openings in
                openings.first.map { fault(group, openings.map(\.path), at: $0.position) }
            }
        }
    }

    private func isAllowed(_ opening: FileOpening, _ allowed: [Cell.ID: Set<String>]) -> Bool {
        guard let cell = opening.cell, let paths = allowed[cell] else { return false }
        // Without confinement a program sees where a link leads.
        return paths.contains { path in
            BookPath.normalized(path) == opening.path || BookPath.resolved(path, root: root) == opening.path
        }
    }

    // MARK: - In words

    private enum Kind {
        case file, folder, nothing
    }

    private struct Group: Hashable {
        let cell: Cell.ID?
        let kind: Kind
    }

    private func kind(of path: String) -> Kind {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder) else {
            return .nothing
        }
        return isFolder.boolValue ? .folder : .file
    }

    private func fault(_ group: Group, _ paths: [String], at position: SourcePosition) -> Diagnostic {
        let subject = group.cell == nil ? "the value" : "the cell"
        let names = paths.map { "'\($0.replacing("\n", with: "\\n"))'" }.joined(separator: ", ")
        let (message, repair) =
            switch group.kind {
            case .file:
                (
                    "\(subject) uses \(names) without declaring \(paths.count == 1 ? "it" : "them")",
                    declaration(of: paths, group.cell)
                )
            case .folder:
                (
                    "\(subject) lists \(paths.count == 1 ? "the folder" : "the folders") \(names), "
                        + "and what lies there is not declared",
                    "name the files in the code, and declare them: `//| inputs: [Chapters/Data/digits.csv]`"
                )
            case .nothing:
                (
                    "\(subject) uses \(names), which the book does not have",
                    nearestFile(to: paths[0]).map { "did you mean '\($0)'?" }
                        ?? "correct the path; what a cell writes goes to the folder in which it runs"
                )
            }
        return Diagnostic(
            .error, "undeclared-input", file: chapter.file, range: chapter.source.range(ofWordAt: position),
            message, repairs: [repair], cell: group.cell)
    }

    /// The option line that the cell needs, with what it declares already.
    private func declaration(of paths: [String], _ id: Cell.ID?) -> String {
        guard let cell = chapter.cells.first(where: { $0.id == id }) else {
            return "read it in a cell that declares it: `//| inputs: [\(paths.joined(separator: ", "))]`"
        }
        let all = cell.options.inputs + paths
        return "write at the top of the cell: `//| inputs: [\(all.joined(separator: ", "))]`"
    }

    private func nearestFile(to path: String) -> String? {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
        return Spelling.nearest(
            to: path, among: names.sorted().map { folder.isEmpty ? $0 : "\(folder)/\($0)" })
    }
}
