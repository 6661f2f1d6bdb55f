import CSodium
import Foundation

/// A BLAKE2b hash of 256 bits, built up from named parts.
struct ContentHash {
    private var parts: [UInt8] = []

    /// Adds a part; its name and length are hashed too, so that different parts cannot run together.
    mutating func add(_ name: String, _ bytes: some Collection<UInt8>) {
        parts += Array("\(name) \(bytes.count)\n".utf8)
        parts += bytes
    }

    mutating func add(_ name: String, _ text: String) {
        add(name, Array(text.utf8))
    }

    /// The hash in 64 hexadecimal digits.
    var hex: String { Self.hex(of: parts) }

    static func hex(of bytes: [UInt8]) -> String {
        var hash = [UInt8](repeating: 0, count: 32)
        _ = crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), nil, 0)
        return hexadecimal(hash)
    }

    /// Two digits a byte.
    static func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
            for (number, byte) in bytes.enumerated() {
                buffer[2 * number] = digits[Int(byte >> 4)]
                buffer[2 * number + 1] = digits[Int(byte & 15)]
            }
            return bytes.count * 2
        }
    }

    /// The hash of a file's content.
    static func hex(ofFile path: String) throws(ExecutionError) -> String {
        try hex(of: OpenFile(reading: path).bytes())
    }
}
