import BookModel

/// The page at an address that a chapter had formerly: it leads on, with a script or without one.
struct RedirectPage {
    let entry: BookIndex.Entry
    let bookTitle: String

    static let scriptPath = "assets/moved.js"
    /// A refresh forgets the place on the page; this does not.
    private static let script = """
        "use strict";
        location.replace(document.querySelector("link[rel=canonical]").href + location.hash);

        """

    /// One page for each former name that no page has now, and the script that they share.
    static func files(of index: BookIndex, in book: Book) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for entry in index.entries {
            for name in entry.chapter.frontMatter.formerly {
                let page = RedirectPage(entry: entry, bookTitle: book.configuration.title)
                files[name.stem + ".html"] = Array(page.html.markup.utf8)
            }
        }
        if !files.isEmpty { files[scriptPath] = Array(script.utf8) }
        return files
    }

    private var html: HTML {
        let title = Inline.plainText(entry.chapter.title)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>\(title) · \(bookTitle)</title>
            <link rel="icon" href="data:,">
            <link rel="canonical" href="\(entry.address)">
            <script src="\(HTML(trusted: Self.scriptPath))"></script>
            <meta http-equiv="refresh" content="0; url=\(entry.address)">
            <link rel="stylesheet" href="\(Stylesheet.path)">
            </head>
            <body>
            <main id="main">
            <h1>This chapter has a new address</h1>
            <p><a href="\(entry.address)">\(title)</a></p>
            </main>
            </body>
            </html>

            """
    }
}
