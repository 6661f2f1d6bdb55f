/// What the start of an NPY file says about the numbers that follow.
///
/// Source: numpy's format specification, versions 1.0, 2.0 and 3.0 (numpy.lib.format).
struct NPYHeader {
    let elementType: NPYElementType
    let isColumnMajor: Bool
    let dimensions: [Int]
    /// The byte of the first number.
    let dataOffset: Int

    static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// Reads the start of a file.
    ///
    /// - Throws: `NPYFault` at the first byte that is not as the format has it.
    init(_ bytes: UnsafeRawBufferPointer) throws(NPYFault) {
        guard bytes.starts(with: Self.magic) else {
            let found = bytes.isEmpty ? "the file is empty" : "the file starts otherwise"
            throw NPYFault(offset: 0, found: found, expected: "the bytes '\\x93NUMPY'")
        }
        guard bytes.count >= 8 else { throw .end(bytes.count, expected: "the version, 2 bytes") }
        let version = bytes[6]
        guard (1...3).contains(version), bytes[7] == 0 else {
            throw NPYFault(
                offset: 6, found: "version \(version).\(bytes[7])", expected: "1.0, 2.0 or 3.0")
        }
        let lengthBytes = version == 1 ? 2 : 4
        guard bytes.count >= 8 + lengthBytes else {
            throw .end(bytes.count, expected: "the length of the header, \(lengthBytes) bytes")
        }
        let length = (0..<lengthBytes).reduce(0) { $0 | Int(bytes[8 + $1]) << (8 * $1) }
        let start = 8 + lengthBytes
        guard bytes.count - start >= length else {
            throw .end(bytes.count, expected: "a header of \(length) bytes from byte \(start)")
        }
        var parser = NPYHeaderParser(bytes, from: start, to: start + length)
        let entries = try parser.parse()
        elementType = entries.elementType
        isColumnMajor = entries.isColumnMajor
        dimensions = entries.dimensions
        dataOffset = start + length
    }

    /// The bytes before the numbers of a row-major array, a multiple of 64 as numpy writes them.
    static func bytes(elementType: NPYElementType, dimensions: [Int]) -> [UInt8] {
        let tuple =
            dimensions.count == 1
            ? "(\(dimensions[0]),)" : "(\(dimensions.map(String.init).joined(separator: ", ")))"
        let text = "{'descr': '\(elementType.rawValue)', 'fortran_order': False, 'shape': \(tuple), }"
        let length = (10 + text.utf8.count + 1 + 63) / 64 * 64 - 10
        let padding = [UInt8](repeating: UInt8(ascii: " "), count: length - text.utf8.count - 1)
        return magic + [1, 0, UInt8(length & 255), UInt8(length >> 8)] + Array(text.utf8) + padding
            + [UInt8(ascii: "\n")]
    }
}

/// A place of an NPY file that is not as the format has it.
struct NPYFault: Error {
    let offset: Int
    let found: String
    let expected: String

    static func end(_ offset: Int, expected: String) -> NPYFault {
        NPYFault(offset: offset, found: "the file ends", expected: expected)
    }
}
