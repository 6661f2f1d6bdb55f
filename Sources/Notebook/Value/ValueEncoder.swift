/// Encodes `Codable` values for the store.
struct ValueEncoder: Encoder {
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]
    /// Where the value goes.
    fileprivate let node: ValueNode

    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let node = ValueNode(.null)
        try value.encode(to: ValueEncoder(codingPath: [], node: node))
        return node.bytes
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        // A type may ask for its container twice, as one with a superclass does.
        if case .keyed = node.content {} else { node.content = .keyed([]) }
        return KeyedEncodingContainer(KeyedWriter(codingPath: codingPath, node: node))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .unkeyed = node.content {} else { node.content = .unkeyed([]) }
        return UnkeyedWriter(codingPath: codingPath, node: node)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleWriter(codingPath: codingPath, node: node)
    }

    /// The node of a value inside another: numbers and texts directly, all else by its own coding.
    fileprivate static func node(of value: some Encodable, path: [any CodingKey]) throws -> ValueNode {
        let node = ValueNode(.null)
        switch value {
        case let value as Double: node.content = .double(value)
        case let value as Int: node.content = .signed(Int64(value))
        default: try value.encode(to: ValueEncoder(codingPath: path, node: node))
        }
        return node
    }
}

private struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let codingPath: [any CodingKey]
    let node: ValueNode

    func encodeNil(forKey key: Key) { node.append(ValueNode(.null), key: key.stringValue) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        node.append(try ValueEncoder.node(of: value, path: codingPath + [key]), key: key.stringValue)
    }

    private func inner(_ key: any CodingKey) -> ValueEncoder {
        let inner = ValueNode(.null)
        node.append(inner, key: key.stringValue)
        return ValueEncoder(codingPath: codingPath + [key], node: inner)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
        -> KeyedEncodingContainer<Nested>
    { inner(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        inner(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { inner(SuperKey()) }
    func superEncoder(forKey key: Key) -> any Encoder { inner(key) }
}

private struct UnkeyedWriter: UnkeyedEncodingContainer {
    let codingPath: [any CodingKey]
    let node: ValueNode
    private(set) var count = 0

    mutating func encodeNil() { append(ValueNode(.null)) }

    mutating func encode(_ value: some Encodable) throws {
        append(try ValueEncoder.node(of: value, path: codingPath))
    }

    private mutating func append(_ inner: ValueNode) {
        node.append(inner)
        count += 1
    }

    private mutating func inner() -> ValueEncoder {
        let inner = ValueNode(.null)
        append(inner)
        return ValueEncoder(codingPath: codingPath, node: inner)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type)
        -> KeyedEncodingContainer<Nested>
    { inner().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { inner().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { inner() }
}

private struct SingleWriter: SingleValueEncodingContainer {
    let codingPath: [any CodingKey]
    let node: ValueNode

    func encodeNil() { node.content = .null }
    func encode(_ value: Bool) { node.content = .bool(value) }
    func encode(_ value: String) { node.content = .string(value) }
    func encode(_ value: Double) { node.content = .double(value) }
    func encode(_ value: Float) { node.content = .float(value) }
    func encode(_ value: Int) { node.content = .signed(Int64(value)) }
    func encode(_ value: Int8) { node.content = .signed(Int64(value)) }
    func encode(_ value: Int16) { node.content = .signed(Int64(value)) }
    func encode(_ value: Int32) { node.content = .signed(Int64(value)) }
    func encode(_ value: Int64) { node.content = .signed(value) }
    func encode(_ value: UInt) { node.content = .unsigned(UInt64(value)) }
    func encode(_ value: UInt8) { node.content = .unsigned(UInt64(value)) }
    func encode(_ value: UInt16) { node.content = .unsigned(UInt64(value)) }
    func encode(_ value: UInt32) { node.content = .unsigned(UInt64(value)) }
    func encode(_ value: UInt64) { node.content = .unsigned(value) }

    func encode(_ value: some Encodable) throws {
        try value.encode(to: ValueEncoder(codingPath: codingPath, node: node))
    }
}

/// The key of what a class's superclass encodes.
struct SuperKey: CodingKey {
    var stringValue: String { "super" }
    var intValue: Int? { nil }

    init() {}
    init?(stringValue: String) { return nil }
    init?(intValue: Int) { return nil }
}
