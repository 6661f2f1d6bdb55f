import Foundation

/// The message of the error that `body` throws; `nil` where it throws none.
func message(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return "\(error)" }
    return nil
}

/// Reads test vectors that are kept in `Tests/Reference/values`.
func reference<Values: Decodable>(_ name: String, as type: Values.Type = Values.self) throws -> Values {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Reference/values/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}

/// Bytes from hexadecimal digits.
func bytes(_ text: String) -> [UInt8] {
    let digits = Array(text)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
}
