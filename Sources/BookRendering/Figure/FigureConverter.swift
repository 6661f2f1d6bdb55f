import Foundation

/// vl-convert in a Python process of its own: started for the first figure, asked one figure at a time.
final class FigureConverter {
    enum Failure: Error, Hashable {
        /// There is no converter on this machine.
        case unavailable(reason: String)
        /// The converter cannot draw this figure.
        case rejected(reason: String)
    }

    private let python: URL?
    private let preparation: FigurePreparation
    private var worker: FigureWorker?
    /// The longest that one figure may take, in seconds; the first one starts the converter too.
    private static let limit = 60.0

    init(python: URL?, preparation: FigurePreparation) {
        self.python = python
        self.preparation = preparation
    }

    /// The version of the converter, read from the environment's files; `nil` when they do not tell.
    private(set) lazy var version: String? = Self.version(of: python)

    static func version(of python: URL?) -> String? {
        guard let environment = python?.deletingLastPathComponent().deletingLastPathComponent() else {
            return nil
        }
        let library = environment.appending(path: "lib")
        let manager = FileManager.default
        for folder in (try? manager.contentsOfDirectory(atPath: library.path))?.sorted() ?? [] {
            let packages = library.appending(path: folder).appending(path: "site-packages")
            let names = (try? manager.contentsOfDirectory(atPath: packages.path)) ?? []
            if let name = names.sorted().first(where: { $0.hasPrefix("vl_convert_python-") }) { return name }
        }
        return nil
    }

    /// The figure as SVG.
    func svg(of specification: String) throws(Failure) -> String {
        let worker = try started()
        let request = Request(spec: specification, config: FigureConfiguration.json)
        guard worker.send(request), let reply = worker.receive(within: Self.limit) else {
            self.worker = nil
            throw Failure.rejected(reason: "the converter ended, or took longer than \(Int(Self.limit)) s")
        }
        if let svg = reply.svg { return svg }
        throw Failure.rejected(reason: Self.words(of: reply.rejected ?? "no picture"))
    }

    private func started() throws(Failure) -> FigureWorker {
        if let worker { return worker }
        guard let python else { throw Failure.unavailable(reason: "no Python environment is set up") }
        guard let worker = preparation.worker(python: python), let reply = worker.receive(within: Self.limit)
        else { throw Failure.unavailable(reason: "'\(python.path)' does not run") }
        if let missing = reply.missing { throw Failure.unavailable(reason: "\(python.path): \(missing)") }
        self.worker = worker
        return worker
    }

    /// The sentence of an error, without the converter's own name and stack.
    private static func words(of error: String) -> String {
        let lines = error.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        return lines.first { !$0.hasPrefix("Vega-Lite to SVG conversion failed") && !$0.hasPrefix("at ") }
            ?? error
    }

    struct Request: Encodable {
        let spec: String
        let config: String
    }

    struct Reply: Decodable {
        let ready: String?
        let missing: String?
        let svg: String?
        let rejected: String?
        let library: String?
    }
}
