import Foundation

/// Reads the values that `Tests/Reference/make_relu.py` has written.
func reference<Values: Decodable>(_ name: String, as type: Values.Type = Values.self) throws -> Values {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Reference/values/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}
