/// Reads the dictionary in the header of an NPY file, which is a literal of Python.
struct NPYHeaderParser {
    struct Entries {
        var elementType = NPYElementType.float64
        var isColumnMajor = false
        var dimensions: [Int] = []
    }

    private let bytes: UnsafeRawBufferPointer
    private var position: Int
    private let end: Int

    init(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) {
        self.bytes = bytes
        position = start
        self.end = end
    }

    private static let keys = ["descr", "fortran_order", "shape"]

    mutating func parse() throws(NPYFault) -> Entries {
        var entries = Entries()
        var missing = Self.keys
        try take("{")
        while !next("}") {
            let place = position
            let key = try string()
            guard let index = missing.firstIndex(of: key) else {
                throw NPYFault(offset: place, found: "the key '\(key)'", expected: Self.list(missing))
            }
            missing.remove(at: index)
            try take(":")
            switch key {
            case "descr": entries.elementType = try elementType()
            case "fortran_order": entries.isColumnMajor = try boolean()
            default: entries.dimensions = try dimensions()
            }
            if !next(",") {
                try take("}")
                break
            }
        }
        guard missing.isEmpty else {
            throw NPYFault(offset: position, found: "the header ends", expected: Self.list(missing))
        }
        skipSpaces()
        if position < end { throw fault(expected: "spaces up to byte \(end)") }
        return entries
    }

    private static func list(_ keys: [String]) -> String {
        keys.isEmpty ? "'}'" : "the key " + keys.map { "'\($0)'" }.joined(separator: ", ")
    }

    private mutating func elementType() throws(NPYFault) -> NPYElementType {
        skipSpaces()
        let place = position
        // Records are lists of pairs.
        guard position < end, bytes[position] != UInt8(ascii: "[") else {
            throw NPYFault(offset: place, found: "records", expected: "one of \(NPYElementType.names)")
        }
        let text = try string()
        guard let type = NPYElementType(descriptor: text) else {
            throw NPYFault(
                offset: place, found: "numbers of type '\(text)'", expected: "one of \(NPYElementType.names)")
        }
        return type
    }

    private mutating func boolean() throws(NPYFault) -> Bool {
        if next("True") { return true }
        if next("False") { return false }
        throw fault(expected: "True or False")
    }

    private mutating func dimensions() throws(NPYFault) -> [Int] {
        var dimensions: [Int] = []
        try take("(")
        while !next(")") {
            dimensions.append(try integer())
            if !next(",") {
                try take(")")
                break
            }
        }
        return dimensions
    }

    private mutating func integer() throws(NPYFault) -> Int {
        skipSpaces()
        let place = position
        while position < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            position += 1
        }
        guard let value = Int(String(decoding: bytes[place..<position], as: UTF8.self)) else {
            position = place
            throw fault(expected: "a number of rows or columns")
        }
        // Python 2 wrote long integers so.
        if position < end, bytes[position] == UInt8(ascii: "L") { position += 1 }
        return value
    }

    private mutating func string() throws(NPYFault) -> String {
        skipSpaces()
        guard position < end, bytes[position] == UInt8(ascii: "'") || bytes[position] == UInt8(ascii: "\"")
        else {
            throw fault(expected: "a quoted word")
        }
        let quote = bytes[position]
        guard let close = bytes[position + 1..<end].firstIndex(of: quote) else {
            throw fault(expected: "a word with a closing quote")
        }
        defer { position = close + 1 }
        return String(decoding: bytes[position + 1..<close], as: UTF8.self)
    }

    private mutating func take(_ word: String) throws(NPYFault) {
        guard next(word) else { throw fault(expected: "'\(word)'") }
    }

    /// Whether `word` comes next; it is then consumed.
    private mutating func next(_ word: String) -> Bool {
        skipSpaces()
        guard bytes[position..<end].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    private mutating func skipSpaces() {
        while position < end, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\n") {
            position += 1
        }
    }

    private func fault(expected: String) -> NPYFault {
        guard position < end else {
            return NPYFault(offset: position, found: "the header ends", expected: expected)
        }
        let found = String(decoding: bytes[position..<min(position + 12, end)], as: UTF8.self)
        return NPYFault(offset: position, found: "'\(found)'", expected: expected)
    }
}
