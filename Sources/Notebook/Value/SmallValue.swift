/// Values that the engine keeps without being asked: numbers, texts and short lists of them, which come back exactly.
protocol SmallValue: Codable {
    /// About how many bytes it takes when it is stored.
    var storedSize: Int { get }
}

extension SmallValue where Self: BitwiseCopyable {
    var storedSize: Int { MemoryLayout<Self>.size }
}

extension Bool: SmallValue {}
extension Int: SmallValue {}
extension Int8: SmallValue {}
extension Int16: SmallValue {}
extension Int32: SmallValue {}
extension Int64: SmallValue {}
extension UInt: SmallValue {}
extension UInt8: SmallValue {}
extension UInt16: SmallValue {}
extension UInt32: SmallValue {}
extension UInt64: SmallValue {}
extension Float: SmallValue {}
extension Double: SmallValue {}

extension String: SmallValue {
    var storedSize: Int { utf8.count }
}

extension Optional: SmallValue where Wrapped: SmallValue {
    var storedSize: Int { 1 + (self?.storedSize ?? 0) }
}

extension Array: SmallValue where Element: SmallValue {
    var storedSize: Int {
        // Long lists are not looked through.
        count > 4096 ? .max : reduce(8) { $0.addingReportingOverflow($1.storedSize).partialValue }
    }
}
