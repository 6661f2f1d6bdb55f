/// The files beside a page that readers of its figures may ask for: the data as CSV, and what the closer look shows.
final class FigureFiles {
    /// Where the data of a figure are, for the line below it.
    struct Offer {
        /// The address of the CSV; `nil` for a figure whose specification holds no data.
        var data: String?
        /// The name of the downloaded file.
        var fileName = ""
        /// Its length, in bytes.
        var length = 0
        /// The address of the script that the closer look finds the figure in; `nil` when there is none.
        var script: String?
        /// The name of the figure in that script, and of its files.
        var name = ""
    }

    private let entry: BookIndex.Entry
    private let library: VegaLibrary
    /// The address of the files, without an extension.
    private let address: String
    private var tables: [String: [UInt8]] = [:]
    private var looks: [(name: String, script: String)] = []
    private var counts: [String: Int] = [:]

    init(of entry: BookIndex.Entry, library: VegaLibrary) {
        self.entry = entry
        self.library = library
        address = "assets/figures/" + entry.address.dropLast(".html".count)
    }

    /// Whether a figure of the page can be looked at more closely.
    var hasLooks: Bool { !looks.isEmpty }

    /// Takes the files of a figure of a cell.
    func add(_ parts: FigureParts, of cell: String) -> Offer {
        let count = counts[cell, default: 0] + 1
        counts[cell] = count
        let name = count == 1 ? cell : "\(cell)-\(count)"
        var offer = Offer(name: name)
        if !parts.csv.isEmpty {
            tables["assets/figures/\(entry.stem)/\(name).csv"] = Array(parts.csv.utf8)
            offer.data = "\(address)/\(name).csv"
            offer.fileName = "\(entry.stem)-\(name).csv"
            offer.length = parts.csv.utf8.count
        }
        if !parts.script.isEmpty, library.script != nil {
            looks.append((name, parts.script))
            offer.script = address + ".js"
        }
        return offer
    }

    /// The files by their paths.
    var files: [String: [UInt8]] {
        guard hasLooks else { return tables }
        let members = looks.map { "\(JSONValue.string($0.name).json): \($0.script)" }
        let script =
            "bookFigures[\(JSONValue.string(address + ".js").json)] = {\n\(members.joined(separator: ",\n"))\n};\n"
        return tables.merging(["assets/figures/\(entry.stem).js": Array(script.utf8)]) { _, new in new }
    }
}
