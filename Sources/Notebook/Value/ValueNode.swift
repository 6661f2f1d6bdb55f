/// A stored value as a tree: what the encoder builds and the decoder reads.
///
/// Unlike in JSON or a property list, the keys of a dictionary keep their order and numbers their type and every bit:
/// a value that comes back different, even in an order that a cell could print, must be seen to differ.
final class ValueNode {
    enum Content {
        case null
        case bool(Bool)
        case signed(Int64)
        case unsigned(UInt64)
        case double(Double)
        case float(Float)
        case string(String)
        case keyed([(key: String, value: ValueNode)])
        case unkeyed([ValueNode])
    }

    var content: Content

    init(_ content: Content) {
        self.content = content
    }

    func append(_ node: ValueNode) {
        guard case .unkeyed(var nodes) = content else { return }
        // Given up first, so that the array grows in place.
        content = .null
        nodes.append(node)
        content = .unkeyed(nodes)
    }

    func append(_ node: ValueNode, key: String) {
        guard case .keyed(var nodes) = content else { return }
        content = .null
        nodes.append((key, node))
        content = .keyed(nodes)
    }
}

// MARK: - Bytes

extension ValueNode {
    private enum Tag: UInt8 {
        case null, no, yes, signed, unsigned, double, float, string, keyed, unkeyed
    }

    /// The tree in bytes: a tag, then numbers in 8 bytes (a `Float` in 4), lengths in front of texts and lists.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        func tag(_ tag: Tag) { bytes.append(tag.rawValue) }
        func number(_ number: some FixedWidthInteger) {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        func text(_ text: String) {
            number(UInt64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }
        switch content {
        case .null: tag(.null)
        case .bool(let value): tag(value ? .yes : .no)
        case .signed(let value):
            tag(.signed)
            number(value)
        case .unsigned(let value):
            tag(.unsigned)
            number(value)
        case .double(let value):
            tag(.double)
            number(value.bitPattern)
        case .float(let value):
            tag(.float)
            number(value.bitPattern)
        case .string(let value):
            tag(.string)
            text(value)
        case .keyed(let nodes):
            tag(.keyed)
            number(UInt64(nodes.count))
            for (key, value) in nodes {
                text(key)
                value.write(to: &bytes)
            }
        case .unkeyed(let nodes):
            tag(.unkeyed)
            number(UInt64(nodes.count))
            for node in nodes { node.write(to: &bytes) }
        }
    }

    /// Reads a tree; `nil` when the bytes are not one.
    static func read(_ bytes: [UInt8]) -> ValueNode? {
        var rest = bytes[...]
        guard let node = read(&rest), rest.isEmpty else { return nil }
        return node
    }

    private static func read(_ rest: inout ArraySlice<UInt8>) -> ValueNode? {
        guard let tag = rest.popFirst().flatMap(Tag.init) else { return nil }
        switch tag {
        case .null: return ValueNode(.null)
        case .no: return ValueNode(.bool(false))
        case .yes: return ValueNode(.bool(true))
        case .signed: return number(&rest).map { ValueNode(.signed($0)) }
        case .unsigned: return number(&rest).map { ValueNode(.unsigned($0)) }
        case .double: return number(&rest).map { ValueNode(.double(Double(bitPattern: $0))) }
        case .float: return number(&rest).map { ValueNode(.float(Float(bitPattern: $0))) }
        case .string: return text(&rest).map { ValueNode(.string($0)) }
        case .keyed:
            return list(&rest) { rest in
                guard let key = text(&rest), let value = read(&rest) else { return nil }
                return (key, value)
            }.map { ValueNode(.keyed($0)) }
        case .unkeyed: return list(&rest) { read(&$0) }.map { ValueNode(.unkeyed($0)) }
        }
    }

    private static func number<Number: FixedWidthInteger>(_ rest: inout ArraySlice<UInt8>) -> Number? {
        let size = MemoryLayout<Number>.size
        guard rest.count >= size else { return nil }
        let number = rest.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(as: Number.self)) }
        rest = rest.dropFirst(size)
        return number
    }

    private static func text(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let length: UInt64 = number(&rest), length <= UInt64(rest.count) else { return nil }
        defer { rest = rest.dropFirst(Int(length)) }
        return String(validating: rest.prefix(Int(length)), as: UTF8.self)
    }

    private static func list<Element>(
        _ rest: inout ArraySlice<UInt8>, _ element: (inout ArraySlice<UInt8>) -> Element?
    ) -> [Element]? {
        // An element takes at least a byte: a count beyond that is not one.
        guard let count: UInt64 = number(&rest), count <= UInt64(rest.count) else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let next = element(&rest) else { return nil }
            elements.append(next)
        }
        return elements
    }
}
