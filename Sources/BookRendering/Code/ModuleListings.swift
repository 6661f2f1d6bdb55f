import BookModel
import Foundation

/// Where the book lists what its modules declare: tables that cells show, with a title that begins with the name of a
/// module and a colon, and the names in their first column.
struct ModuleListings {
    private var addresses: [String: [String: String]] = [:]

    init(_ index: BookIndex, _ results: [String: ChapterResults]) {
        for entry in index.entries {
            for cell in results[entry.stem]?.cells ?? [] {
                for case .value(let bundle) in cell.outputs {
                    guard let table = bundle.representations[MIMEBundle.html] else { continue }
                    add(table, at: "\(entry.address)#\(cell.id)")
                }
            }
        }
    }

    private mutating func add(_ table: String, at address: String) {
        guard let title = Self.between("<caption>", "</caption>", in: table[...]),
            let colon = title.firstIndex(of: ":")
        else { return }
        let module = String(title[..<colon])
        guard module.wholeMatch(of: #/[A-Z]\w*/#) != nil else { return }
        for row in table.components(separatedBy: "<tr><td>").dropFirst() {
            guard let name = Self.between("", "</td>", in: row[...]), name.wholeMatch(of: #/\w+/#) != nil,
                addresses[module]?[name] == nil
            else { continue }
            addresses[module, default: [:]][name] = address
        }
    }

    private static func between(_ start: String, _ end: String, in text: Substring) -> String? {
        let from = start.isEmpty ? text.startIndex : text.firstRange(of: start)?.upperBound
        guard let from, let to = text[from...].firstRange(of: end) else { return nil }
        return String(text[from..<to.lowerBound])
    }

    /// The address of the table that lists a declaration, or what it is a member of, and the words in it.
    func address(of name: CellNames.Declaration) -> String? {
        guard let module = name.module, let entry = name.entry else { return nil }
        return addresses[module]?[entry]
    }
}
