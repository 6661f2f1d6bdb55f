import BookModel
import Foundation

/// Where the book lists what its modules declare: tables that cells show, with a title that begins with the name of a
/// module and a colon, and the names in their first column.
struct ModuleListings {
    /// A place in the book.
    struct Place: Hashable {
        /// The cell that shows the table, and for browsers that look for text the row in it.
        let address: String
        /// `appendix C`, or the title of the chapter.
        let words: String
    }

    private var places: [String: [String: Place]] = [:]

    init(_ index: BookIndex, _ results: [String: ChapterResults]) {
        for entry in index.entries {
            for cell in results[entry.stem]?.cells ?? [] {
                for case .value(let bundle) in cell.outputs {
                    guard let table = bundle.representations[MIMEBundle.html] else { continue }
                    add(table, at: "\(entry.address)#\(cell.id)", words: Self.words(for: entry))
                }
            }
        }
    }

    private static func words(for entry: BookIndex.Entry) -> String {
        guard let number = entry.number else { return Inline.plainText(entry.chapter.title) }
        return (number.first?.isLetter == true ? "appendix " : "chapter ") + number
    }

    private mutating func add(_ table: String, at address: String, words: String) {
        guard let title = Self.between("<caption>", "</caption>", in: table[...]),
            let colon = title.firstIndex(of: ":")
        else { return }
        let module = String(title[..<colon])
        guard module.wholeMatch(of: #/[A-Z]\w*/#) != nil else { return }
        for row in table.components(separatedBy: "<tr><td>").dropFirst() {
            let cells = row.components(separatedBy: "</td>")
            guard let name = cells.first, name.wholeMatch(of: #/\w+/#) != nil,
                places[module]?[name] == nil
            else { continue }
            let next = cells.dropFirst().first.flatMap { Self.between("<td>", "", in: $0[...]) } ?? ""
            places[module, default: [:]][name] = Place(
                address: address + Self.textDirective(name, before: next), words: words)
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

    /// Where a declaration, or what it is a member of, is listed.
    func place(of name: CellNames.Declaration) -> Place? {
        guard let module = name.module, let entry = name.entry else { return nil }
        return places[module]?[entry]
    }
}
