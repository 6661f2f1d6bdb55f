/// The files beside the pages that readers of figures may ask for: the data as CSV, and what the closer look loads.
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

    private let library: VegaLibrary
    private var tables: [String: [UInt8]] = [:]
    private var looks: [String: [(name: String, script: String)]] = [:]
    /// The address of the script of each page, without its extension.
    private var addresses: [String: String] = [:]
    private var counts: [String: Int] = [:]
    private lazy var script = library.script

    init(library: VegaLibrary) {
        self.library = library
    }

    /// Takes the files of a figure of a cell.
    func add(_ parts: FigureParts, of cell: String, in entry: BookIndex.Entry) -> Offer {
        let count = counts["\(entry.stem)/\(cell)", default: 0] + 1
        counts["\(entry.stem)/\(cell)"] = count
        let name = count == 1 ? cell : "\(cell)-\(count)"
        let address = "assets/figures/" + entry.address.dropLast(".html".count)
        var offer = Offer(name: name)
        if !parts.csv.isEmpty {
            tables["assets/figures/\(entry.stem)/\(name).csv"] = Array(parts.csv.utf8)
            offer.data = "\(address)/\(name).csv"
            offer.fileName = "\(entry.stem)-\(name).csv"
            offer.length = parts.csv.utf8.count
        }
        if !parts.script.isEmpty, script != nil {
            addresses[entry.stem] = address
            looks[entry.stem, default: []].append((name, parts.script))
            offer.script = address + ".js"
        }
        return offer
    }

    /// The files by their paths.
    var files: [String: [UInt8]] {
        var files = tables
        guard let script, !looks.isEmpty else { return files }
        files[VegaLibrary.path] = Array(script.utf8)
        files[LookScript.path] = Array(LookScript.javaScript.utf8)
        for (stem, figures) in looks {
            let name = JSONValue.string("\(addresses[stem] ?? stem).js").json
            let members = figures.map { "\(JSONValue.string($0.name).json): \($0.script)" }
            files["assets/figures/\(stem).js"] = Array(
                "bookFigures[\(name)] = {\n\(members.joined(separator: ",\n"))\n};\n".utf8)
        }
        return files
    }
}
