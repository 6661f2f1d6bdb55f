/// Text on one line.
enum SearchLine {
    /// The text with each stretch of white space as one space.
    static func of(_ text: String) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(text.utf8.count)
        var isSpaced = true
        for byte in text.utf8 {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                if !isSpaced { line.append(0x20) }
                isSpaced = true
            } else {
                line.append(byte)
                isSpaced = false
            }
        }
        if isSpaced, !line.isEmpty { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }
}
