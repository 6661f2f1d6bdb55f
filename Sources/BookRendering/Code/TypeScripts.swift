import BookModel
import Foundation

/// What the names in the cells of each page stand for, as one script a page, which is loaded when a reader first asks.
///
///     bookTypes["08-pancakes.html"] = {
///         "cells": {"cell-1": [4, 8, 0, …]},
///         "names": [["\u0001let\u0003 accuracy: \u0002Double\u0003", "", ""], …]
///     };
///
/// A name is an offset from the end of the one before, its length, both in UTF-16 units of the code as the page has it,
/// and the number of what it stands for: a declaration, where it is from, what it is for, and where the book lists it.
final class TypeScripts {
    private var pages: [String: Page] = [:]

    private struct Page {
        var address = ""
        var cells: [String: [Int]] = [:]
        var names: [CellNames.Declaration] = []
        var numbers: [CellNames.Declaration: Int] = [:]
    }

    /// Keeps the names of a cell whose element has the name `anchor`.
    /// - Returns: whether there are any.
    func add(_ names: CellNames?, of cell: Cell, at anchor: String, of entry: BookIndex.Entry) -> Bool {
        guard let names, !names.places.isEmpty else { return false }
        let code = Array(cell.shownCode.utf8)
        var page = pages[entry.stem] ?? Page()
        page.address = entry.address
        var list: [Int] = []
        var end = 0
        for place in names.places {
            let range = place.offset..<(place.offset + place.length)
            guard range.lowerBound >= end, range.upperBound <= code.count,
                names.declarations.indices.contains(place.declaration)
            else { continue }
            let declaration = names.declarations[place.declaration]
            let number = page.numbers[declaration] ?? page.names.count
            if number == page.names.count {
                page.numbers[declaration] = number
                page.names.append(declaration)
            }
            list += [Self.units(code[end..<range.lowerBound]), Self.units(code[range]), number]
            end = range.upperBound
        }
        guard !list.isEmpty else { return false }
        page.cells[anchor] = list
        pages[entry.stem] = page
        return true
    }

    /// How long a piece of code is on the page.
    private static func units(_ code: ArraySlice<UInt8>) -> Int {
        Escaping.visible(String(decoding: code, as: UTF8.self)).utf16.count
    }

    /// The script of each page whose cells have names, by its path.
    /// - Parameter listings: where the book lists what its modules declare.
    func files(_ listings: ModuleListings) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for (stem, page) in pages {
            let names = page.names.map { name in
                let place = listings.place(of: name)
                let words = [name.text, Self.origin(of: name), name.summary ?? ""].map(Escaping.verbatim)
                return words + (place.map { [$0.address, $0.words] } ?? [])
            }
            guard let address = Self.json(page.address), let cells = Self.json(page.cells),
                let names = Self.json(names)
            else { continue }
            let script = "bookTypes[\(address)] = {\"cells\": \(cells), \"names\": \(names)};\n"
            files["assets/types/\(stem).js"] = Array(script.utf8)
        }
        return files
    }

    private static func origin(of name: CellNames.Declaration) -> String {
        let module = name.module == "Swift" ? "Swift’s standard library" : name.module
        return [name.container, module].compactMap { $0 }.joined(separator: " · ")
    }

    private static func json(_ value: some Encodable) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    }
}
