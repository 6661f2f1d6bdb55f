/// Decodes what `ValueEncoder` encoded.
struct ValueDecoder: Decoder {
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]
    fileprivate let node: ValueNode

    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        guard let node = ValueNode.read(bytes) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: "the bytes are not a stored value"))
        }
        return try Value(from: ValueDecoder(codingPath: [], node: node))
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .keyed(let nodes) = node.content else { throw mismatch([String: Any].self) }
        return KeyedDecodingContainer(KeyedReader(codingPath: codingPath, nodes: nodes))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .unkeyed(let nodes) = node.content else { throw mismatch([Any].self) }
        return UnkeyedReader(codingPath: codingPath, nodes: nodes)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { SingleReader(decoder: self) }

    fileprivate func mismatch(_ type: Any.Type) -> DecodingError {
        .typeMismatch(
            type, DecodingError.Context(codingPath: codingPath, debugDescription: "another kind is stored"))
    }

    fileprivate func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if case .double(let number) = node.content, let value = number as? Value { return value }
        return try Value(from: self)
    }
}

private struct KeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let codingPath: [any CodingKey]
    private let nodes: [String: ValueNode]
    let allKeys: [Key]

    init(codingPath: [any CodingKey], nodes: [(key: String, value: ValueNode)]) {
        self.codingPath = codingPath
        self.nodes = Dictionary(nodes.map { ($0.key, $0.value) }) { $1 }
        allKeys = nodes.compactMap { Key(stringValue: $0.key) }
    }

    func contains(_ key: Key) -> Bool { nodes[key.stringValue] != nil }

    private func inner(_ key: any CodingKey) throws -> ValueDecoder {
        guard let node = nodes[key.stringValue] else {
            throw DecodingError.keyNotFound(
                key, DecodingError.Context(codingPath: codingPath, debugDescription: "nothing is stored"))
        }
        return ValueDecoder(codingPath: codingPath + [key], node: node)
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        if case .null = try inner(key).node.content { true } else { false }
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try inner(key).decode(type)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
        -> KeyedDecodingContainer<Nested>
    { try inner(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try inner(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try inner(SuperKey()) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }
}

private struct UnkeyedReader: UnkeyedDecodingContainer {
    let codingPath: [any CodingKey]
    let nodes: [ValueNode]
    private(set) var currentIndex = 0

    var count: Int? { nodes.count }
    var isAtEnd: Bool { currentIndex >= nodes.count }

    private mutating func next() throws -> ValueDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                Any.self, DecodingError.Context(codingPath: codingPath, debugDescription: "no more elements"))
        }
        defer { currentIndex += 1 }
        return ValueDecoder(codingPath: codingPath, node: nodes[currentIndex])
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, case .null = nodes[currentIndex].content else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().decode(type) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws
        -> KeyedDecodingContainer<Nested>
    { try next().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct SingleReader: SingleValueDecodingContainer {
    let decoder: ValueDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool {
        if case .null = decoder.node.content { true } else { false }
    }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .bool(let value) = decoder.node.content else { throw decoder.mismatch(type) }
        return value
    }

    func decode(_ type: String.Type) throws -> String {
        guard case .string(let value) = decoder.node.content else { throw decoder.mismatch(type) }
        return value
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard case .double(let value) = decoder.node.content else { throw decoder.mismatch(type) }
        return value
    }

    func decode(_ type: Float.Type) throws -> Float {
        guard case .float(let value) = decoder.node.content else { throw decoder.mismatch(type) }
        return value
    }

    private func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        let number: Number? =
            switch decoder.node.content {
            case .signed(let value): Number(exactly: value)
            case .unsigned(let value): Number(exactly: value)
            default: nil
            }
        guard let number else { throw decoder.mismatch(type) }
        return number
    }

    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decode(type) }
}
