import BookExecution
import BookExport
import BookModel
import BookRendering
import Foundation

/// Builds a book and writes it in another form than its pages.
public struct BookExporting: Sendable {
    public struct Options: Sendable {
        public var format: ExportFormat
        /// The chapters to export, by what people type; all when empty.
        public var chapters: [String] = []
        /// The file, or the folder to put it into, which is there or ends in `/`; `nil` for a file beside the pages.
        public var output: String?

        public init(format: ExportFormat) {
            self.format = format
        }
    }

    /// A book that is built, with what is wrong in the chapters to export.
    public struct Built: Sendable {
        let root: String
        let source: ExportSource
        /// The paths of the pages.
        let pages: Set<String>
        let title: String
        public let diagnostics: [Diagnostic]
        public let sources: [String: SourceFile]
    }

    let machine: Machine
    let options: Options
    let progress: Progress
    private let date: ExportDate
    private let printer: Chromium?

    /// - Throws: `InvalidDate`, or `ExecutionError.missing` when what the form needs is not here.
    public init(machine: Machine, options: Options, progress: Progress) throws {
        self.machine = machine
        self.options = options
        self.progress = progress
        date = try ExportDate(environment: machine.environment)
        let searchPath = machine.environment["PATH"] ?? "/usr/bin:/bin"
        printer = options.format == .pdf ? try Chromium(searchPath: searchPath) : nil
    }

    /// Runs what must run and renders the pages; writes nothing.
    /// - Throws: `ExecutionError`, `UnknownName` or an error of rendering.
    public func build(root: String) async throws -> Built {
        var building = BookBuild.Options(output: root + "/Output")
        building.chapters = options.chapters
        let files = FileHashes(rememberedIn: ResultStore(root: BookFolder.resolved(root)).fileHashes)
        let pages = try await BookBuild(machine: machine, options: building, progress: progress)
            .pages(root: root, files)
        files.save()
        let book = pages.loaded.book
        let left = Set(book.chapters.filter { !pages.selected.contains($0.stem) }.map(\.file))
        return Built(
            root: pages.loaded.root,
            source: ExportSource(book, results: pages.results, site: pages.site, stems: pages.selected),
            pages: Set(pages.site.files.keys), title: book.configuration.title,
            diagnostics: pages.diagnostics.filter { $0.file.map { !left.contains($0) } ?? true },
            sources: pages.loaded.sources)
    }

    /// Writes the form.
    /// - Returns: the path of its file, or of the folder of notebooks.
    /// - Throws: `ExecutionError` from the printer, or `SiteWriteError`.
    public func write(_ built: Built) async throws -> String {
        progress.say("writing \(options.format.summary)")
        let place = ExportPlace(options, built)
        let files = try await files(of: built, in: place)
        try SiteWriter.add(files, to: URL(filePath: place.folder))
        return place.path
    }

    private func files(of built: Built, in place: ExportPlace) async throws -> [String: [UInt8]] {
        let source = built.source
        switch options.format {
        case .html: return [place.file: Array(OneFileBook(source).html().utf8)]
        case .pdf: return [place.file: try await printed(source)]
        case .epub: return [place.file: EPUBBook(source, modified: date.text).bytes()]
        case .ipynb: return NotebookDocument.notebooks(source)
        case .markdown:
            let book = MarkdownBook(source)
            return [
                place.file: Array(book.text().utf8), "llms.txt": Array(book.index(file: place.file).utf8),
            ]
        }
    }

    /// Prints twice: the first print tells on which sheet each chapter begins, and the second says so in the
    /// contents.
    private func printed(_ source: ExportSource) async throws -> [UInt8] {
        guard let printer else { return [] }
        let draft = OneFileBook(source, form: .printed(sheets: [:]))
        // As wide as any number will be, so that the second print breaks lines as the first did.
        let widest = Dictionary(draft.anchors.map { ($0, 888) }, uniquingKeysWith: { first, _ in first })
        let first = try await printer.printed(OneFileBook(source, form: .printed(sheets: widest)).html())
        guard let sheets = PrintedBook(first)?.sheets, !sheets.isEmpty else { return first }
        let second = try await printer.printed(OneFileBook(source, form: .printed(sheets: sheets)).html())
        return PrintedBook(second)?.dated(date.digits) ?? second
    }
}

/// Where an export goes.
struct ExportPlace {
    let folder: String
    /// The name of the file; for notebooks that of the folder itself.
    let file: String
    let path: String

    init(_ options: BookExporting.Options, _ built: BookExporting.Built) {
        let name = Self.name(options.format, built)
        let output = options.output ?? built.root + "/Output/" + name
        if options.format == .ipynb {
            (folder, file, path) = (output, "", output)
            return
        }
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: output, isDirectory: &isFolder)
        let takesName = output.hasSuffix("/") || (exists && isFolder.boolValue)
        let url = URL(filePath: takesName ? output + "/" + name : output).standardizedFileURL
        folder = url.deletingLastPathComponent().path
        file = url.lastPathComponent
        path = url.path
    }

    /// The title of the book as a file name that no page has.
    private static func name(_ format: ExportFormat, _ built: BookExporting.Built) -> String {
        let slug = Slug.of(built.title)
        let stem = built.pages.contains(slug + ".html") ? slug + "-book" : slug
        return switch format {
        case .html, .pdf, .epub: "\(stem).\(format.rawValue)"
        case .ipynb: "notebooks"
        case .markdown: stem + ".md"
        }
    }
}
