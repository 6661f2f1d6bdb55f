import Foundation

/// A PDF as Chromium writes it: version 1.4, with a table of objects and dictionaries that are not compressed.
///
/// Source: ISO 32000-1, sections 7.5 (structure of a file) and 12.3.2.3 (named destinations).
package struct PrintedBook {
    package private(set) var bytes: [UInt8]
    /// Where each object begins, by its number.
    private let objects: [Int: Int]

    /// - Returns: `nil` for bytes that are no such file.
    package init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        let tail = String(decoding: bytes.suffix(2048), as: UTF8.self)
        guard let match = tail.firstMatch(of: /startxref\s+(\d+)/), let start = Int(match.output.1),
            start < bytes.count
        else { return nil }
        let table = String(decoding: bytes[start...], as: UTF8.self)
        guard let header = table.prefixMatch(of: /xref\s+0 (\d+)\s+/) else { return nil }
        var objects: [Int: Int] = [:]
        let lines = table[header.range.upperBound...].split(
            separator: "\n", maxSplits: Int(header.output.1) ?? 0)
        for (number, line) in lines.dropLast().enumerated() {
            let fields = line.split(separator: " ")
            guard fields.count > 2, fields[2].hasPrefix("n"), let place = Int(fields[0]) else { continue }
            objects[number] = place
        }
        self.objects = objects
        trailer = String(table.suffix(1024))
    }

    private let trailer: String

    /// The number of the sheet that each named place stands on, counted from 1.
    package var sheets: [String: Int] {
        guard let catalogue = dictionary(named: "Root", in: trailer),
            let pages = dictionary(named: "Pages", in: catalogue),
            let places = dictionary(named: "Dests", in: catalogue)
        else { return [:] }
        let numbers = Dictionary(
            leaves(of: pages, depth: 0).enumerated().map { ($1, $0 + 1) },
            uniquingKeysWith: { first, _ in first })
        var sheets: [String: Int] = [:]
        for match in places.matches(of: /\/([^\s\[\]\/<>()]+)\s*\[(\d+) 0 R/) {
            guard let page = Int(match.output.2), let number = numbers[page] else { continue }
            sheets[Self.name(String(match.output.1))] = number
        }
        return sheets
    }

    /// The pages below a node of the tree of pages, in order.
    private func leaves(of node: String, depth: Int) -> [Int] {
        guard depth < 64, let list = node.firstMatch(of: /\/Kids \[([^\]]*)\]/) else { return [] }
        return list.output.1.matches(of: /(\d+) 0 R/).compactMap { Int($0.output.1) }.flatMap {
            child -> [Int] in
            let text = dictionary(child)
            return text.contains("/Type /Pages") ? leaves(of: text, depth: depth + 1) : [child]
        }
    }

    private func dictionary(named name: String, in text: String) -> String? {
        guard let range = text.firstRange(of: "/\(name) "),
            let match = text[range.upperBound...].prefixMatch(of: /(\d+) 0 R/)
        else { return nil }
        return Int(match.output.1).map(dictionary)
    }

    /// The text of an object up to its end or its stream.
    private func dictionary(_ number: Int) -> String {
        guard let start = objects[number], start < bytes.count else { return "" }
        let ends = ["endobj", "stream"].compactMap { Self.first(of: Array($0.utf8), in: bytes, from: start) }
        return String(decoding: bytes[start..<(ends.min() ?? bytes.count)], as: UTF8.self)
    }

    private static func first(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard start <= bytes.count - wanted.count else { return nil }
        return (start...(bytes.count - wanted.count)).first {
            bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }

    /// A name with its `#C3`s read.
    private static func name(_ text: String) -> String {
        text.replacing("#", with: "%").removingPercentEncoding ?? text
    }

    /// The file with its times of creation and change set: they are all in which two prints of a book differ.
    /// - Parameter date: `19800101000000`, in UTC.
    package func dated(_ date: String) -> [UInt8] {
        var bytes = bytes
        guard let range = trailer.firstRange(of: "/Info "),
            let match = trailer[range.upperBound...].prefixMatch(of: /(\d+) 0 R/),
            let start = Int(match.output.1).flatMap({ objects[$0] })
        else { return bytes }
        for key in ["/CreationDate (D:", "/ModDate (D:"] {
            let wanted = Array(key.utf8)
            guard let place = Self.first(of: wanted, in: bytes, from: start) else { continue }
            let digits = Array(date.utf8)
            let first = place + wanted.count
            guard first + digits.count <= bytes.count else { continue }
            bytes.replaceSubrange(first..<(first + digits.count), with: digits)
        }
        return bytes
    }
}
