import BookModel

/// The book as the page of one chapter sees it: all that the page may know beyond its own chapter, and a record of
/// what it asked.
///
/// A page that asks nothing else depends on nothing else, so while its chapter and these answers stay the same, the
/// page does too.
final class BookView {
    private let answers: BookAnswers
    private let entry: BookIndex.Entry
    private var told: [BookQuestion: BookAnswer] = [:]
    /// What was asked, in order, each question once.
    private(set) var questions: [BookQuestion] = []

    init(_ answers: BookAnswers, _ entry: BookIndex.Entry) {
        self.answers = answers
        self.entry = entry
    }

    /// The answers to `questions`.
    var record: [BookAnswer] { questions.map { told[$0] ?? .none } }

    private func ask(_ question: BookQuestion) -> BookAnswer {
        if let answer = told[question] { return answer }
        let answer = answers.answer(question, for: entry)
        told[question] = answer
        questions.append(question)
        return answer
    }

    /// The place that a reference of the chapter leads to; `nil` when there is none.
    func destination(of reference: CrossReference) -> BookPlace? {
        if case .place(let place) = ask(.destination(reference)) { place } else { nil }
    }

    /// The title of a place, as markup without links.
    func title(of place: BookPlace) -> HTML {
        markup(.title(stem: place.stem, anchor: place.kind == .chapter ? "" : place.anchor))
    }

    func work(_ key: String) -> CitedWork? {
        if case .works(let works) = ask(.work(key: key)) { works.first } else { nil }
    }

    /// The works that the chapter cites, in the order of the bibliography.
    func works() -> [CitedWork] {
        if case .works(let works) = ask(.works) { works } else { [] }
    }

    /// The files of all chapters: `08-clwe.md`.
    func chapterFiles() -> [String] {
        if case .names(let names) = ask(.chapterFiles) { names } else { [] }
    }

    /// How readers start the command, and what they call the chapter there; `nil` when it has no name for it.
    func command() -> (command: String, chapter: String)? {
        guard case .names(let names) = ask(.command), names.count == 2 else { return nil }
        return (names[0], names[1])
    }

    /// Where the book lists what modules declare.
    func listings(of names: [ModuleListings.Name]) -> [ModuleListings.Name: ModuleListings.Place] {
        let sorted = Set(names).sorted { ($0.module, $0.name) < ($1.module, $1.name) }
        guard !sorted.isEmpty, case .listings(let places) = ask(.listings(sorted)) else { return [:] }
        return Dictionary(
            zip(sorted, places).compactMap { name, place in place.map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Every claim of the book in one table.
    func claims(title: String) -> HTML { markup(.claims(title: title)) }

    /// The address for a picture that the chapter names as `source`.
    func picture(_ source: String) throws(ProseImages.Failure) -> String {
        switch ask(.picture(source: source)) {
        case .picture(let address): return address
        case .noPicture(let failure): throw failure
        default: throw .missing(nearest: nil)
        }
    }

    private func markup(_ question: BookQuestion) -> HTML {
        if case .markup(let markup) = ask(question) { HTML(trusted: markup) } else { .empty }
    }
}
