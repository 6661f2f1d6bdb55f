import BookExecution
import BookModel
import Foundation

/// What each chapter did in the last build, which tells beforehand what it will need.
///
/// Nothing that a page shows depends on it.
struct ChapterHistory: Codable, Hashable, Sendable {
    struct Entry: Codable, Hashable, Sendable {
        /// The most memory that one of its cells held, in bytes.
        var peakBytes = 0
        /// The cells that showed a figure.
        var figures: Set<Cell.ID> = []
    }

    /// By the stem of the chapter.
    private(set) var entries: [String: Entry] = [:]

    init() {}

    /// Reads what was remembered in a file; nothing when it is missing or damaged.
    init(rememberedIn file: String) {
        let data = FileManager.default.contents(atPath: file)
        self = data.flatMap { try? JSONDecoder().decode(ChapterHistory.self, from: $0) } ?? ChapterHistory()
    }

    /// Whether one of these cells showed a figure.
    func showsFigure(_ cells: some Sequence<Cell.ID>, of chapter: String) -> Bool {
        guard let figures = entries[chapter]?.figures else { return false }
        return cells.contains(where: figures.contains)
    }

    /// The bytes of memory that a chapter may need: half more than the last time, at most what its cells may hold.
    ///
    /// - Parameter limit: the bytes that a cell may hold that says nothing of its own.
    func memory(for chapter: Chapter, limit: Int) -> Int {
        let most = chapter.cells.map { $0.options.memoryLimit ?? limit }.max() ?? 0
        guard let peak = entries[chapter.stem]?.peakBytes, peak > 0 else { return most }
        return min(most, peak + peak / 2)
    }

    /// Takes over what chapters did now; a cell that did not run keeps what it showed before.
    mutating func update(_ results: [String: ChapterResults]) {
        for (stem, results) in results {
            var entry = entries[stem] ?? Entry()
            for cell in results.cells where cell.status == .ran || cell.status == .cached {
                if cell.showsFigure { entry.figures.insert(cell.id) } else { entry.figures.remove(cell.id) }
            }
            if let peak = results.cells.map(\.peakBytes).max(), peak > 0 { entry.peakBytes = peak }
            entries[stem] = entry
        }
    }

    /// Writes it to a file for the next build; one that cannot be written only costs time.
    func save(to file: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(self), data != FileManager.default.contents(atPath: file) else {
            return
        }
        try? AtomicFile.write(data, to: file)
    }
}

extension CellResult {
    fileprivate var showsFigure: Bool {
        outputs.contains { output in
            if case .value(let bundle) = output {
                bundle.representations[MIMEBundle.vegaLite] != nil
            } else {
                false
            }
        }
    }
}
