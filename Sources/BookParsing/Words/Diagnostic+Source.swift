import BookModel

/// Words about the bytes of a file.
extension Diagnostic {
    static func byteOrderMark() -> Diagnostic {
        Diagnostic(
            .warning, "byte-order-mark", file: nil,
            range: SourceRange(at: SourcePosition(line: 1, column: 1)),
            "the file starts with a byte order mark, which is ignored",
            repairs: ["save it as UTF-8 without a byte order mark"])
    }

    static func carriageReturns(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .warning, "crlf", file: nil, range: range,
            "lines end with carriage returns, which are read as line feeds",
            repairs: ["save the file with line feeds only"])
    }

    static func notUTF8(byte: UInt8, at range: SourceRange) -> Diagnostic {
        let hexadecimal = String(byte, radix: 16, uppercase: true)
        return Diagnostic(
            .error, "not-utf8", file: nil, range: range,
            "byte 0x\(hexadecimal.count < 2 ? "0" : "")\(hexadecimal) is not UTF-8",
            repairs: ["save the file as UTF-8"])
    }

    static func nullByte(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "null-byte", file: nil, range: range, "a NUL byte stands in the text",
            repairs: ["remove it: the file may be no text, or cut off"])
    }

    static func emptyChapter() -> Diagnostic {
        Diagnostic(
            .error, "empty-chapter", file: nil, range: SourceRange(at: SourcePosition(line: 1, column: 1)),
            "the chapter is empty", repairs: ["write a heading and some prose"])
    }

    static func nestedTooDeep(limit: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "nested-too-deep", file: nil, range: range,
            "lists and quotes are nested more than \(limit) deep", repairs: ["move this block out"])
    }

    /// A fault of the engine: the tree of libcmark and the source did not agree.
    static func lostPlace(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .warning, "internal-place", file: nil, range: range,
            "internal fault: the engine lost its place in this paragraph, so places after it are not exact",
            repairs: ["please report this paragraph to the engine's authors"])
    }
}
