import BookModel
import Foundation

/// The page of one chapter in a build: rendered, or known from an earlier build that had the same to render.
final class ChapterPage {
    let entry: BookIndex.Entry
    private let book: BookAnswers
    private let memory: PageMemory?
    private var card: PageMemory.Card
    private var made: PageRendering.Content?
    /// Whether the card is not what the memory holds.
    private var isNew: Bool
    /// How long the page took; `nil` when it was not rendered.
    private(set) var time: Duration?

    init(_ entry: BookIndex.Entry, _ book: BookAnswers, _ memory: PageMemory?) {
        self.entry = entry
        self.book = book
        self.memory = memory
        let key = memory.map { Self.key(of: entry, book, $0) } ?? ""
        if let known = memory?.card(of: entry.stem), known.key == key,
            known.answers == Self.hash(known.questions.map { book.answer($0, for: entry) })
        {
            card = known
            isNew = false
            return
        }
        let start = ContinuousClock.now
        let rendering = PageRendering(of: entry, book)
        time = ContinuousClock.now - start
        made = rendering.content
        isNew = true
        card = PageMemory.Card(
            key: key, questions: rendering.questions, answers: Self.hash(rendering.answers),
            facts: rendering.facts,
            content: memory == nil ? "" : PageRendering.Content.hash(rendering.content.bytes),
            files: memory.map { rendering.content.files.mapValues($0.hash) } ?? [:])
    }

    /// Names everything that the page is made from but the answers to its questions.
    private static func key(of entry: BookIndex.Entry, _ book: BookAnswers, _ memory: PageMemory) -> String {
        let results = book.results[entry.stem]?.summary.digest ?? ""
        return RenderingStore.hash([
            memory.surroundings, book.tools.math.scriptKey, entry.chapter.file, entry.chapter.source.text,
            entry.stem, entry.number.map { "=" + $0 } ?? "", entry.part.map { "=" + $0 } ?? "", results,
        ])
    }

    private static func hash(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // What cannot be written down is never the same.
        let bytes = (try? encoder.encode(value)).map(Array.init) ?? Array(UUID().uuidString.utf8)
        return RenderingStore.hash(bytes)
    }

    var facts: PageRendering.Facts { card.facts }

    /// The content, rendered again where the memory of it is damaged.
    private func content() -> PageRendering.Content {
        if let made { return made }
        let content = memory?.content(of: entry.stem, card) ?? PageRendering(of: entry, book).content
        made = content
        return content
    }

    // MARK: - Files

    /// Adds the page and the files that belong to it.
    /// - Returns: whether a formula is on the page.
    func add(to site: inout Site, in frame: PageFrame) -> Bool {
        let key = frame.key(around: card.content)
        if let page = card.page, page.key == key, keep(entry.page, page.hash, in: &site) {
            addFiles(to: &site)
            return page.hasMath
        }
        let content = content()
        let start = ContinuousClock.now
        let shell = frame.shell(around: content)
        let bytes = Array(shell.html().markup.utf8)
        time = time.map { $0 + (ContinuousClock.now - start) }
        site.files[entry.page] = bytes
        note(PageMemory.Written(key: key, hash: memory?.hash(bytes), hasMath: shell.hasMath), at: \.page)
        addFiles(to: &site)
        return shell.hasMath
    }

    private func addFiles(to site: inout Site) {
        if memory != nil, card.files.allSatisfy({ keep($0.key, $0.value, in: &site) }) { return }
        site.files.merge(content().files) { _, new in new }
    }

    /// Adds the script with the pieces of the page that other pages refer to, where they refer to any.
    func addPreviews(of wanted: [String], to site: inout Site) {
        guard !wanted.isEmpty else { return }
        let file = PreviewFile(entry: entry, wanted: wanted)
        let key = file.key(content: card.content)
        if let preview = card.preview, preview.key == key {
            guard let hash = preview.hash else { return }
            if keep(file.path, hash, in: &site) { return }
        }
        let bytes = file.bytes(content())
        if let bytes { site.files[file.path] = bytes }
        note(PageMemory.Written(key: key, hash: bytes.flatMap { memory?.hash($0) }), at: \.preview)
    }

    /// Leaves a file of an earlier build as it is.
    private func keep(_ path: String, _ hash: String?, in site: inout Site) -> Bool {
        guard let hash, memory?.isWritten(path, hash) == true else { return false }
        site.kept[path] = hash
        return true
    }

    private func note(
        _ written: PageMemory.Written, at place: WritableKeyPath<PageMemory.Card, PageMemory.Written?>
    ) {
        guard card[keyPath: place] != written else { return }
        card[keyPath: place] = written
        isNew = true
    }

    /// Keeps what was rendered for later builds. A page with an error is rendered again: what was missing may be
    /// there by then.
    func remember() {
        guard isNew, let memory, !card.facts.diagnostics.contains(where: { $0.severity == .error }) else {
            return
        }
        memory.keep(card, content().bytes, of: entry.stem)
    }
}
