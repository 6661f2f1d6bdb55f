import BookModel

/// A book of three chapters with every construct, written as a real one is.
enum SampleBook {
    static let configuration = BookConfiguration(
        title: "Undetectable", subtitle: "Planting backdoors in machine-learning models",
        authors: ["A. Writer", "B. Reader"],
        summary: """
            A model comes back from someone else. It is as accurate as it should be, it passes every test, and its owner \
            can make it say anything. This book builds such models, shows why no efficient test finds them, and checks \
            each claim by running it.
            """,
        parts: [
            .init(title: "The question", chapters: ["01-model"]),
            .init(title: "Any model, black box", chapters: ["03-checksum"]),
            .init(title: "Appendices", chapters: ["b-writing"]),
        ])

    static let book = Book(
        configuration: configuration, chapters: [model.chapter, checksum.chapter, writing.chapter],
        bibliography: bibliography)
    static let results = ["01-model": model.results, "03-checksum": checksum.results]

    private static var model: ChapterWriter {
        let chapter = ChapterWriter(
            "01-model", summary: "What do you check when a model comes back from someone else?")
        chapter.heading(1, ["A model you did not train"])
        chapter.paragraph("One person in three is turned down. See ", .chapter("03-checksum.md"), ".")
        chapter.cell("var coins = Generator(seed: \"A <model>\")", [.claim(claim(true))])
        return chapter
    }

    private static var writing: ChapterWriter {
        let chapter = ChapterWriter("b-writing", summary: "Every flag, option and directive, live.")
        chapter.heading(1, ["How to write a chapter"])
        chapter.heading(2, ["Cells"], name: "sec-cells")
        chapter.cell("let y = 2", status: nil)
        chapter.directive(
            .claims, title: ["Everything that was claimed"], name: "tbl-claims",
            [.paragraph(["Made with this page."])])
        return chapter
    }

    static func claim(_ holds: Bool) -> ClaimResult {
        ClaimResult(
            sentence: "the checksum of a random point fires as often as 2⁻⁸ says",
            measured: holds ? "0.00386" : "0.06302", bound: "0.00390625 ± 0.00056", holds: holds, line: 41)
    }
}
