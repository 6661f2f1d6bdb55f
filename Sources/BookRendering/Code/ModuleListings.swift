import BookModel
import Foundation

/// Where the book lists what its modules declare: tables that cells show, with a title that begins with the name of a
/// module and a colon, and the names in their first column.
struct ModuleListings {
    /// What a module declares.
    struct Name: Hashable, Codable, Sendable {
        let module: String
        /// At the top level of the module.
        let name: String

        init(module: String, name: String) {
            self.module = module
            self.name = name
        }

        /// What an index has a declaration under; `nil` for the chapter's own.
        init?(_ declaration: CellNames.Declaration) {
            guard let module = declaration.module, let entry = declaration.entry else { return nil }
            self.init(module: module, name: entry)
        }
    }

    /// A place in the book.
    struct Place: Hashable, Codable, Sendable {
        /// The cell that shows the table, and for browsers that look for text the row in it.
        let address: String
        /// `appendix C`, or the title of the chapter.
        let words: String
    }

    /// A row of such a table.
    struct Row: Hashable, Codable, Sendable {
        let name: Name
        /// What leads from the page of its chapter to it.
        let fragment: String
    }

    private var places: [Name: Place] = [:]

    init(_ index: BookIndex, _ results: [String: KnownResults]) {
        for entry in index.entries {
            for row in results[entry.stem]?.summary.listings ?? [] where places[row.name] == nil {
                places[row.name] = Place(address: entry.address + row.fragment, words: Self.words(for: entry))
            }
        }
    }

    private static func words(for entry: BookIndex.Entry) -> String {
        guard let number = entry.number else { return Inline.plainText(entry.chapter.title) }
        return (number.first?.isLetter == true ? "appendix " : "chapter ") + number
    }

    /// What the tables of a chapter list.
    static func rows(of results: ChapterResults) -> [Row] {
        results.cells.flatMap { cell in
            cell.outputs.flatMap { output -> [Row] in
                guard case .value(let bundle) = output, let table = bundle.representations[MIMEBundle.html]
                else { return [] }
                return rows(of: table, in: cell.id)
            }
        }
    }

    private static func rows(of table: String, in cell: Cell.ID) -> [Row] {
        guard let title = between("<caption>", "</caption>", in: table[...]),
            let colon = title.firstIndex(of: ":")
        else { return [] }
        let module = String(title[..<colon])
        guard module.wholeMatch(of: #/[A-Z]\w*/#) != nil else { return [] }
        return table.components(separatedBy: "<tr><td>").dropFirst().compactMap { row in
            let cells = row.components(separatedBy: "</td>")
            guard let name = cells.first, name.wholeMatch(of: #/\w+/#) != nil else { return nil }
            let next = cells.dropFirst().first.flatMap { between("<td>", "", in: $0[...]) } ?? ""
            return Row(
                name: Name(module: module, name: name),
                fragment: "#\(cell)" + textDirective(name, before: next))
        }
    }

    /// What makes a browser look for a name with these words behind it; others go to the cell.
    private static func textDirective(_ name: String, before next: String) -> String {
        // Words with markup or characters that a page writes in another way are left out.
        let words = next.split(separator: " ").prefix(3).prefix { word in
            word.allSatisfy { $0.isLetter || $0.isNumber }
        }
        let suffix = words.isEmpty ? "" : ",-" + words.joined(separator: " ")
        let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: ",-_"))
        let text = (name + suffix).addingPercentEncoding(withAllowedCharacters: allowed) ?? name
        return ":~:text=" + text
    }

    private static func between(_ start: String, _ end: String, in text: Substring) -> String? {
        guard let from = text.firstRange(of: start)?.upperBound else { return nil }
        guard !end.isEmpty else { return String(text[from...]) }
        guard let to = text[from...].firstRange(of: end) else { return nil }
        return String(text[from..<to.lowerBound])
    }

    /// Where a name is listed.
    subscript(name: Name) -> Place? { places[name] }
}
