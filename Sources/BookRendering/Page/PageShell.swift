import BookModel

/// What every page has around its `<main>`.
struct PageShell {
    let bookTitle: String
    /// The title of the page without markup.
    let title: String
    let description: String?
    let main: HTML
    let contents: HTML
    let pager: HTML
    var isFront = false

    /// Programs and prose cannot bring a script into a page; should a way be found, this still stops it.
    private static let policy =
        "script-src 'self' file:; object-src 'none'; base-uri 'none'; form-action 'none'"

    func html() -> HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(HTML(trusted: Self.policy))">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title)</title>
        <link rel="icon" href="data:,">
        \(descriptionTag)\(mathSheet)<link rel="stylesheet" href="\(Stylesheet.path)">
        <script src="\(PageScript.path)" defer></script>
        </head>
        <body\(bodyClass)>
        <a class="skip" href="#main">Skip to the text</a>\(skipToContents)
        <header class="page-header" data-search="\(SearchIndex.folder)"><a class="book-title" href="index.html">\(bookTitle)</a>\
        \(contentsLink)</header>
        \(main)
        \(pager)\(contents)</body>
        </html>

        """
    }

    private var bodyClass: HTML { isFront ? " class=\"front\"" : "" }

    private var contentsLink: HTML {
        isFront ? "" : " <a class=\"to-contents\" href=\"#contents\">Contents</a>"
    }

    /// The contents stand beside the text and are reached after it.
    private var skipToContents: HTML {
        isFront ? "" : "\n<a class=\"skip\" href=\"#contents\">Skip to the contents</a>"
    }

    private var descriptionTag: HTML {
        description.map { "<meta name=\"description\" content=\"\($0)\">\n" } ?? ""
    }

    /// Pages without formulas do not load KaTeX's style sheet.
    private var mathSheet: HTML {
        hasMath ? "<link rel=\"stylesheet\" href=\"\(MathAssets.stylesheet)\">\n" : ""
    }

    /// By bytes: the search of Foundation is slow.
    private static func hasMath(_ html: HTML) -> Bool {
        let mark = Array("<span class=\"katex".utf8)
        var markup = html.markup
        return markup.withUTF8 { text in
            var rest = text[...]
            while let start = rest.firstIndex(of: mark[0]) {
                rest = rest[start...]
                if rest.starts(with: mark) { return true }
                rest = rest.dropFirst()
            }
            return false
        }
    }

    var hasMath: Bool {
        [main, contents, pager].contains { Self.hasMath($0) }
    }
}
