import BookModel
import Foundation

/// What the names in the cells of a page stand for, as a script beside it, which is loaded when a reader first asks.
///
///     bookTypes["08-pancakes.html"] = {
///         "cells": {"cell-1": [4, 8, 0, …]},
///         "names": [["\u0001let\u0003 accuracy: \u0002Double\u0003", "", ""], …]
///     };
///
/// A name is an offset from the end of the one before, its length, both in UTF-16 units of the code as the page has it,
/// and the number of what it stands for: a declaration, where it is from, what it is for, and where the book lists it.
final class PageTypes {
    private var cells: [String: [Int]] = [:]
    private var names: [CellNames.Declaration] = []
    private var numbers: [CellNames.Declaration: Int] = [:]

    /// Keeps the names of a cell whose element has the name `anchor`.
    /// - Returns: whether there are any.
    func add(_ found: CellNames?, of cell: Cell, at anchor: String) -> Bool {
        guard let found, !found.places.isEmpty else { return false }
        let code = Array(cell.shownCode.utf8)
        var list: [Int] = []
        var end = 0
        for place in found.places {
            let range = place.offset..<(place.offset + place.length)
            guard range.lowerBound >= end, range.upperBound <= code.count,
                found.declarations.indices.contains(place.declaration)
            else { continue }
            let number = number(of: found.declarations[place.declaration])
            list += [Self.units(code[end..<range.lowerBound]), Self.units(code[range]), number]
            end = range.upperBound
        }
        guard !list.isEmpty else { return false }
        cells[anchor] = list
        return true
    }

    private func number(of declaration: CellNames.Declaration) -> Int {
        if let number = numbers[declaration] { return number }
        numbers[declaration] = names.count
        names.append(declaration)
        return names.count - 1
    }

    /// How long a piece of code is on the page.
    private static func units(_ code: ArraySlice<UInt8>) -> Int {
        Escaping.visible(String(decoding: code, as: UTF8.self)).utf16.count
    }

    /// The script of the page of a chapter, by its path; nothing for a page whose cells have no names.
    func files(of entry: BookIndex.Entry, _ book: BookView) -> [String: [UInt8]] {
        guard !names.isEmpty else { return [:] }
        let places = book.listings(of: names.compactMap(ModuleListings.Name.init))
        let names = names.map { name in
            let place = ModuleListings.Name(name).flatMap { places[$0] }
            let words = [name.text, Self.origin(of: name), name.summary ?? ""].map(Escaping.verbatim)
            return words + (place.map { [$0.address, $0.words] } ?? [])
        }
        guard let address = Self.json(entry.address), let cells = Self.json(cells),
            let names = Self.json(names)
        else { return [:] }
        let script = "bookTypes[\(address)] = {\"cells\": \(cells), \"names\": \(names)};\n"
        return ["assets/types/\(entry.stem).js": Array(script.utf8)]
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
