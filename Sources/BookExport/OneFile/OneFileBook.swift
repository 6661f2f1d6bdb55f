import BookModel
import BookRendering
import CSodium
import Foundation

/// The whole book as one page that needs no other file: styles, fonts, scripts and figures inside, links between
/// chapters as links within the page.
package struct OneFileBook {
    /// What the file is for.
    package enum Form {
        /// To be read on a screen, and printed by its reader.
        case screen
        /// To be printed: all that can be unfolded is, and the contents say on which sheet a chapter begins, where
        /// that is known by its anchor.
        case printed(sheets: [String: Int])
    }

    private let pages: BookPages
    private let configuration: BookConfiguration
    private let body: OneFileBody
    private let assets: SiteAssets
    private let sheets: [String: Int]

    package init(_ source: ExportSource, form: Form = .screen) {
        pages = source.pages
        configuration = source.configuration
        assets = SiteAssets(files: source.site.files)
        let addresses = OneFileAddresses(
            [pages.front] + pages.pages, files: Set(source.site.files.keys), reserved: ["main", "contents"])
        switch form {
        case .screen:
            sheets = [:]
            body = OneFileBody(addresses: addresses, assets: assets, unfolds: false)
        case .printed(let known):
            sheets = known
            body = OneFileBody(addresses: addresses, assets: assets, unfolds: true)
        }
    }

    /// The anchors of the chapters.
    package var anchors: [String] { heads.map(\.anchor) }

    package func html() -> String {
        let front = body.article(pages.front, class: "front").addingSheets(sheets)
        let chapters = pages.pages.map { body.article($0, class: "chapter") }
        let main = MarkupElement(
            "main", ["id": "main"], children: ([front] + chapters).flatMap { [.text("\n"), .element($0)] })
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(CharacterCare.escaped(configuration.title))</title>
            \(description)<style>
            \(styles)
            </style>
            </head>
            <body\(body.unfolds ? OneFilePrint.body : "")>
            <a class="skip" href="#main">Skip to the text</a>
            <header class="page-header"><a class="book-title" href="#main">\
            \(CharacterCare.escaped(configuration.title))</a> \
            <a class="to-contents" href="#contents">Contents</a></header>
            \(main.text(.html))
            \(contents)\(scripts.map { "<script>\($0)</script>\n" }.joined())</body>
            </html>

            """
    }

    private var description: String {
        configuration.summary.map {
            "<meta name=\"description\" content=\"\(CharacterCare.escaped($0))\">\n"
        } ?? ""
    }

    /// The contents beside the text: the chapters without their sections.
    private var contents: String {
        guard let contents = pages.contents, let page = pages.pages.first?.path else { return "" }
        var list = body.part(contents, of: page).mapping { element in
            var element = element
            element["aria-current"] = nil
            return element.hasClass("sections") ? [] : [.element(element)]
        }
        list["id"] = "contents"
        return list.text(.html) + "\n"
    }

    private var styles: String {
        let sheets = pages.styleSheets.map { OneFileSheet.adapted(assets.styleSheet($0)) }
        return (sheets + [OneFileSheet.css, OneFileSheet.runningHeads(heads)]).joined(separator: "\n")
            .replacing("</", with: "<\\/")
    }

    private var heads: [(anchor: String, words: String)] {
        pages.pages.compactMap { page in
            body.addresses.anchor(of: nil, on: page.path).map { ($0, page.heading) }
        }
    }

    private var scripts: [String] {
        // Paper needs none of those that readers of a screen have.
        if body.unfolds { return [OneFilePrint.script] }
        return pages.scripts.compactMap { assets.text($0) }
            .map { $0.replacing("</script", with: "<\\/script") }
    }

    /// Only what stands in the file is loaded, and only the book's own scripts run.
    private var policy: String {
        let own =
            scripts.isEmpty ? "'none'" : scripts.map { "'sha256-\(Self.digest($0))'" }.joined(separator: " ")
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
            + "script-src \(own); base-uri 'none'; form-action 'none'"
    }

    private static func digest(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return Data(digest).base64EncodedString()
    }
}

extension MarkupElement {
    /// The contents of the front page with the number of the sheet on which each chapter begins.
    fileprivate func addingSheets(_ sheets: [String: Int]) -> MarkupElement {
        guard !sheets.isEmpty else { return self }
        return mapping { element in
            guard element.name == "nav" else { return [.element(element)] }
            let nav = element.mapping { link in
                guard link.name == "a", let anchor = link["href"],
                    let sheet = sheets[String(anchor.dropFirst())]
                else { return [.element(link)] }
                var link = link
                link["data-sheet"] = String(sheet)
                return [.element(link)]
            }
            return [.element(nav)]
        }
    }
}
