/// The forms that a book can be exported as, by the names that the command takes.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    case html
    case pdf
    case epub
    case ipynb
    case markdown

    /// What is written, in a few words.
    public var summary: String {
        switch self {
        case .html: "one page that needs no other file"
        case .pdf: "sheets of paper, printed by Chromium"
        case .epub: "a file for readers of e-books"
        case .ipynb: "a folder with a notebook of Jupyter for each chapter"
        case .markdown: "one file of plain text with its index, llms.txt"
        }
    }
}
