import BookModel
import BookRendering
import Foundation

/// A cell with what it gave and what its page shows of that.
struct ShownCell {
    /// Something that a cell gave, as it is shown.
    enum Output {
        case standardOutput(String)
        case standardError(String)
        case claim(ClaimResult)
        /// A figure: its specification in Vega-Lite, and the picture that the page shows.
        case figure(specification: String, picture: MarkupElement, words: String)
        case picture(image: MarkupElement, words: String)
        case table(MarkupElement, words: String)
        case text(String)
    }

    let cell: Cell
    let result: CellResult?
    /// The cell's box on the page; `nil` for one that the page does not show.
    let box: MarkupElement?

    /// What the cell gave, in order; nothing where its flags say so.
    var outputs: [Output] {
        guard let box, !cell.flags.contains(.quiet) else { return [] }
        var pictures = Self.elements(in: box) { $0.hasClass("picture") }[...]
        var tables = Self.elements(in: box) { $0.name == "table" }[...]
        return (result?.outputs ?? []).reduce(into: []) { outputs, output in
            switch (outputs.last, output) {
            case (.standardOutput(let before)?, .standardOutput(let text)):
                outputs[outputs.count - 1] = .standardOutput(before + text)
            case (.standardError(let before)?, .standardError(let text)):
                outputs[outputs.count - 1] = .standardError(before + text)
            case (_, .standardOutput(let text)): outputs.append(.standardOutput(text))
            case (_, .standardError(let text)): outputs.append(.standardError(text))
            case (_, .claim(let claim)): outputs.append(.claim(claim))
            case (_, .value(let bundle)): outputs.append(Self.value(bundle, &pictures, &tables))
            }
        }
    }

    /// The forms of a value in the order in which pages prefer them.
    private static func value(
        _ bundle: MIMEBundle, _ pictures: inout ArraySlice<MarkupElement>,
        _ tables: inout ArraySlice<MarkupElement>
    ) -> Output {
        let forms = bundle.representations
        if let specification = forms[MIMEBundle.vegaLite], let picture = pictures.popFirst() {
            return .figure(specification: specification, picture: picture, words: bundle.text)
        }
        if forms[MIMEBundle.svg] != nil, let image = pictures.popFirst() {
            return .picture(image: image, words: bundle.text)
        }
        if forms[MIMEBundle.html] != nil, let table = tables.popFirst() {
            return .table(table, words: bundle.text)
        }
        if let png = forms[MIMEBundle.png],
            Data(base64Encoded: png, options: .ignoreUnknownCharacters)?.isEmpty == false,
            let image = pictures.popFirst()
        {
            return .picture(image: image, words: bundle.text)
        }
        return .text(bundle.text)
    }

    /// The caption of what the cell shows.
    var caption: MarkupElement? { box?.first { $0.name == "figcaption" } }

    /// The anchor that references to the cell's figure or table point to.
    var exhibit: MarkupElement? { box?.first { $0.name == "figure" && $0["id"] != nil } }

    /// Warnings that the page shows at the cell.
    var warnings: [String] {
        guard let box else { return [] }
        return Self.elements(in: box) { $0.hasClass("diagnostic") }.compactMap {
            $0.first { $0.name == "pre" }?.plainText
        }
    }

    /// Who reports the failure that the chapter asks for: `The compiler refuses, as it should`.
    var requiredFailureLabel: String? {
        box?.first { $0.hasClass("required") }?.first { $0.hasClass("output-label") }?.plainText
    }

    private static func elements(
        in box: MarkupElement, where isWanted: (MarkupElement) -> Bool
    ) -> [MarkupElement] {
        var found: [MarkupElement] = []
        box.forEach { if isWanted($0) { found.append($0) } }
        return found
    }
}
