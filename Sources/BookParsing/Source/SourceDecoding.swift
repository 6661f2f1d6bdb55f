import BookModel

/// Bytes of a file to text: what is not UTF-8 text with line feeds is said and repaired, so that nothing is
/// lost.
enum SourceDecoding {
    static func decode(_ bytes: [UInt8], findings: Findings) -> SourceText {
        var bytes = bytes
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.starts(with: mark) {
            bytes.removeFirst(mark.count)
            findings.add(.byteOrderMark())
        }
        let carriageReturn = replaceCarriageReturns(in: &bytes)
        let invalid = replaceInvalidBytes(in: &bytes)
        let null = bytes.firstIndex(of: 0)
        if null != nil { bytes = bytes.flatMap { $0 == 0 ? Self.replacement : [$0] } }
        let text = SourceText(bytes)
        if let carriageReturn {
            findings.add(.carriageReturns(at: text.range(carriageReturn..<carriageReturn + 1)))
        }
        if let invalid {
            findings.add(.notUTF8(byte: invalid.byte, at: text.range(invalid.offset..<invalid.offset + 1)))
        }
        if let null { findings.add(.nullByte(at: text.range(null..<null + 1))) }
        return text
    }

    /// U+FFFD in UTF-8.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Reads CRLF and lone CR as line feeds, as CommonMark does, and returns the offset of the first of them.
    private static func replaceCarriageReturns(in bytes: inout [UInt8]) -> Int? {
        let carriageReturn = UInt8(ascii: "\r")
        guard let first = bytes.firstIndex(of: carriageReturn) else { return nil }
        var result = Array(bytes[..<first])
        result.reserveCapacity(bytes.count)
        for index in bytes[first...].indices {
            let byte = bytes[index]
            if byte == carriageReturn {
                result.append(.lineFeed)
            } else if byte != .lineFeed || bytes[max(index, 1) - 1] != carriageReturn {
                result.append(byte)
            }
        }
        bytes = result
        return first
    }

    /// Replaces what is not UTF-8 and returns the first such byte and its offset.
    private static func replaceInvalidBytes(in bytes: inout [UInt8]) -> (offset: Int, byte: UInt8)? {
        let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
        guard repaired != bytes else { return nil }
        var offset =
            zip(repaired, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            ?? min(repaired.count, bytes.count)
        // The bad byte may share its first bytes with the replacement character: go back to where that one
        // starts.
        while offset > 0, offset < repaired.count, repaired[offset] & 0xC0 == 0x80 { offset -= 1 }
        let byte = bytes.indices.contains(offset) ? bytes[offset] : bytes[bytes.count - 1]
        bytes = repaired
        return (offset, byte)
    }
}
