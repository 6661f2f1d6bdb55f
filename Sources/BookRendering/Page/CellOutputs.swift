import BookModel

/// What a cell gave, as markup, in order.
struct CellOutputs {
    private(set) var html: HTML = ""
    /// The claims that do not hold, which are shown whatever a flag says.
    let failedClaims: HTML
    /// Whether the cell's label stands at its figure or table, not at the cell.
    let takesLabel: Bool

    var hasFailedClaim: Bool { !failedClaims.isEmpty }

    init(_ cell: Cell, _ result: CellResult?, in body: ChapterBody) {
        let outputs = Self.joined(result?.outputs ?? [])
        let shown = outputs.flatMap { Self.shown($0, of: cell, in: body) }
        let mark = body.entry.marks.named[cell.id]
        // The caption of a listing belongs to the code.
        let isCaptioned = mark?.kind != .listing && (cell.options.caption != nil || mark?.number != nil)
        failedClaims = outputs.compactMap { output in
            if case .claim(let claim) = output, !claim.holds { return ClaimMarkup.html(claim) }
            return nil
        }.joined()
        let exhibits = shown.contains(where: \.isExhibit) ? shown.filter(\.isExhibit) : shown.filter(\.isText)
        takesLabel = isCaptioned && !exhibits.isEmpty
        guard takesLabel, let first = shown.firstIndex(where: { $0.isSame(as: exhibits[0]) }) else {
            html = shown.map { output in
                output.isExhibit
                    ? "<figure class=\"exhibit\">\n\(output.html)\(output.tools)</figure>\n" : output.html
            }.joined()
            return
        }
        // One caption holds for everything that the cell exhibits, or else for all that it says.
        let figure = Self.figure(exhibits, of: cell, in: body)
        body.tools.previews.offer(figure, at: cell.id)
        let rest = shown[first...].filter { output in !exhibits.contains { $0.isSame(as: output) } }
        html = shown[..<first].map(\.html).joined() + figure + rest.map(\.html).joined()
    }

    /// The outputs, with what one stream gave in one go as one.
    private static func joined(_ outputs: [CellOutput]) -> [CellOutput] {
        var joined: [CellOutput] = []
        for output in outputs {
            switch (joined.last, output) {
            case (.standardOutput(let before)?, .standardOutput(let text)):
                joined[joined.count - 1] = .standardOutput(before + text)
            case (.standardError(let before)?, .standardError(let text)):
                joined[joined.count - 1] = .standardError(before + text)
            default:
                joined.append(output)
            }
        }
        return joined
    }

    /// An output and whether it is a figure or table rather than text.
    private struct Shown {
        let html: HTML
        /// What stands below it and its caption.
        var tools: HTML = ""
        var isExhibit = false
        var isTable = false
        /// Whether it is what the cell said, and not a claim.
        var isText = false

        func isSame(as other: Shown) -> Bool { html == other.html && isExhibit == other.isExhibit }
    }

    private static func shown(_ output: CellOutput, of cell: Cell, in body: ChapterBody) -> [Shown] {
        switch output {
        case .standardOutput(let text):
            [Shown(html: body.text(text, kind: .standardOutput, of: cell), isText: true)]
        case .standardError(let text): [Shown(html: body.text(text, kind: .standardError, of: cell))]
        case .claim(let claim): [Shown(html: ClaimMarkup.html(claim))]
        case .value(let bundle): [value(bundle, of: cell, in: body)]
        }
    }

    private static func value(_ bundle: MIMEBundle, of cell: Cell, in body: ChapterBody) -> Shown {
        let forms = bundle.representations
        if let specification = forms[MIMEBundle.vegaLite] {
            switch body.figure(specification, of: cell) {
            case .success(let figure):
                return Shown(html: figure.picture, tools: figure.tools, isExhibit: true)
            case .failure(let failure):
                return Shown(html: notDrawn(failure) + body.text(bundle.text, kind: .value, of: cell))
            }
        }
        if let svg = forms[MIMEBundle.svg] {
            return Shown(html: body.image(svg, type: "image/svg+xml", of: cell), isExhibit: true)
        }
        if let html = forms[MIMEBundle.html] {
            return Shown(html: body.valueTable(html, of: cell), isExhibit: true, isTable: true)
        }
        if let png = forms[MIMEBundle.png], let picture = body.image(base64: png, type: "image/png", of: cell)
        {
            return Shown(html: picture, isExhibit: true)
        }
        return Shown(html: body.text(bundle.text, kind: .value, of: cell), isText: true)
    }

    private static func notDrawn(_ failure: FigureConverter.Failure) -> HTML {
        let reason =
            switch failure {
            case .unavailable: "The converter is missing on the machine that built this page."
            case .rejected(let reason): reason
            }
        return "<p class=\"not-run failed\"><strong>Figure not drawn.</strong> \(reason)</p>\n"
    }

    private static func figure(_ exhibits: [Shown], of cell: Cell, in body: ChapterBody) -> HTML {
        let mark = body.entry.marks.named[cell.id]
        let label: HTML =
            mark?.number.map { "<span class=\"caption-label\">\(mark?.word ?? "") \($0)</span> " } ?? ""
        let text = body.inlines.html(cell.options.caption ?? [])
        let caption: HTML =
            label.isEmpty && text.isEmpty ? "" : "<figcaption>\(label)\(text)</figcaption>\n"
        let isTable = exhibits.allSatisfy(\.isTable)
        let inner = exhibits.map(\.html).joined()
        let tools = exhibits.map(\.tools).joined()
        // The caption of a table stands above it, where reading starts. Nothing of a figure may follow its caption, so
        // the line of tools, which is seen below it, comes before.
        return """
            <figure class="exhibit\(isTable ? " table" : "")" id="\(cell.id)">
            \(isTable ? caption + inner : inner + tools + caption)</figure>

            """
    }
}
