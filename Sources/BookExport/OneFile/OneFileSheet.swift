/// The styles of the one file: those of the pages, where a page is now an article, and those of print.
enum OneFileSheet {
    /// A style sheet of the pages for the file: chapters' headings are one level deeper here and keep their looks,
    /// and what holds for the text of a page holds for that of an article.
    static func adapted(_ css: String) -> String {
        css.replacing(/\bh([1-6])\b(?=[^{}]*\{)/) { match in
            let level = match.output.1
            return ":is(h\(level):not([data-level]), [data-level=\"\(level)\"])"
        }
        .replacing(/\bmain >\s/, with: ":is(main, article) > ")
    }

    static let css = """
        /* The notes of a chapter find their calls by names that other chapters use too. */
        main > article { max-width: none; position: relative; anchor-scope: all; }
        main > article + article {
            margin-top: calc(var(--beat) * 3); padding-top: calc(var(--beat) * 3);
            border-top: 2px solid var(--ink);
        }
        article, [id] { scroll-margin-top: 1rem; }
        .front .opening { padding-top: 0; }
        """ + "\n" + print

    private static let print = """
        @page {
            @bottom-center { content: counter(page); font: 9pt "Book Sans", Helvetica, Arial, sans-serif; }
        }
        @page :first { @bottom-center { content: none; } }
        @media print {
            main > article + article { margin: 0; padding: 0; border: 0; break-before: page; }
            .front .opening { padding-top: 55mm; }
            .front .book-contents { break-before: page; }
            .chapters li { break-inside: avoid; }
            .book-contents a { display: flex; align-items: baseline; }
            .book-contents a[data-sheet]::after {
                content: attr(data-sheet); margin-left: auto; padding-left: 1rem;
                font: 10pt "Book Sans", Helvetica, Arial, sans-serif;
            }
            .chapters li > div { flex: 1; }
        }
        """

    /// The words at the top of each chapter's sheets.
    static func runningHeads(_ heads: [(anchor: String, words: String)]) -> String {
        heads.enumerated().map { number, head in
            """
            @media print { article[id="\(quoted(head.anchor))"] { page: chapter-\(number + 1); } }
            @page chapter-\(number + 1) {
                @top-left {
                    content: "\(quoted(head.words))"; color: #444;
                    font: 9pt "Book Sans", Helvetica, Arial, sans-serif;
                }
            }
            """
        }.joined(separator: "\n")
    }

    /// The text within the quotes of a string of CSS.
    private static func quoted(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\", "<", ">": "\\\(String(scalar.value, radix: 16)) "
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): " "
            default: String(scalar)
            }
        }.joined()
    }
}
