import BookExecution
import BookModel
import BookRendering
import Foundation

/// A build that was not needed is left out, by the manifest of the last one.
extension BookBuild {
    /// The front page, when the last build of this book with these options had no fault and nothing that its pages were
    /// made from, nor a page, changed since; `nil` when the book must be built.
    ///
    /// - Throws: `ExecutionError` when the engine itself cannot be read.
    public func unchangedFrontPage(root: String) throws(ExecutionError) -> String? {
        guard options.chapters.isEmpty, !options.isFresh, !options.isVerifying, !options.hasMatrix else {
            return nil
        }
        let root = BookFolder.resolved(root)
        let path = manifestPath(root: root)
        guard let manifest = BuildManifest(readFrom: path) else { return nil }
        let files = FileHashes(rememberedIn: ResultStore(root: root).fileHashes)
        guard manifest.holds(settings: try settings(root: root), environment: machine.environment, files),
            try machine.hasCurrentModules()
        else { return nil }
        files.save()
        return frontPage
    }

    /// The front page of the book.
    var frontPage: String { options.output + "/index.html" }

    /// What is known of a build before it reads anything.
    struct Beginning: Sendable {
        let clock = ClockReading.now()
        let names: FolderNames

        init(root: String) {
            names = FolderNames([root + "/Chapters"])
        }
    }

    /// Remembers a build; one with anything to say is none that may be left out.
    func remember(
        _ outcome: Outcome, _ loaded: LoadedBook, _ site: Site, _ beginning: Beginning, _ files: FileHashes
    )
        throws(ExecutionError)
    {
        let path = manifestPath(root: loaded.root)
        guard options.chapters.isEmpty, outcome.isWhole else {
            unlink(path)
            return
        }
        var inputs = BuildInputs()
        inputs.settings = try settings(root: loaded.root)
        inputs.variables = Set(loaded.book.chapters.flatMap { EnvironmentNames.variables(of: $0).keys })
        inputs.folders = [loaded.root + "/Chapters"]
        inputs.files = loaded.files.union(site.sources)
        var pages: [String: String] = [:]
        for (path, hash) in site.kept { pages["\(options.output)/\(path)"] = hash }
        for (path, bytes) in site.files { pages["\(options.output)/\(path)"] = FileHashes.hash(of: bytes) }
        guard
            let manifest = BuildManifest(
                inputs, since: beginning.clock, names: beginning.names, pages: pages,
                environment: machine.environment, files)
        else {
            unlink(path)
            return
        }
        manifest.write(to: path)
    }

    private func manifestPath(root: String) -> String {
        let name = FileHashes.hash(of: Array("\(options.output)\n\(machine.confinement)".utf8))
        return "\(ResultStore(root: root).folder)/manifests/\(name)"
    }

    /// What pages depend on that stands in no file of the book.
    private func settings(root: String) throws(ExecutionError) -> [String: String] {
        var settings = try machine.identities(root: root)
        settings["output"] = options.output
        return settings
    }
}

extension BookBuild.Outcome {
    /// Whether every cell gave what it should and there is nothing to say.
    fileprivate var isWhole: Bool {
        diagnostics.isEmpty
            && known.values.allSatisfy { !$0.summary.hasFailed }
    }
}

extension LoadedBook {
    /// The files that the book is made from, beside what pages show: everything beside the chapters, and what cells
    /// declare.
    fileprivate var files: Set<String> {
        let folder = root + "/Chapters"
        let beside = FolderListing.files(below: folder).map { "\(folder)/\($0)" }
        let declared = book.chapters.flatMap { $0.cells.flatMap(\.options.inputs) }.map { "\(root)/\($0)" }
        return Set(beside + declared)
    }
}
