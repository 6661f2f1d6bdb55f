import BookModel
import BookParsing
import Testing

/// What is said about files that are not text with line feeds in UTF-8, and that their text is kept.
@Suite struct ByteDiagnosticTests {
    static let cases: [MistakeCase] = [
        MistakeCase(
            "empty", bytes: [],
            """
            a.md:1:1: error: the chapter is empty [empty-chapter]
            help: write a heading and some prose
            """),
        MistakeCase(
            "blank", bytes: Array("\n  \n".utf8),
            """
            a.md:1:1: error: the chapter is empty [empty-chapter]
            help: write a heading and some prose
            """),
        MistakeCase(
            "only a comment", bytes: Array("<!-- later -->\n".utf8),
            """
            a.md:1:1: error: the chapter is empty [empty-chapter]
            <!-- later -->
            ^
            help: write a heading and some prose
            """),
        MistakeCase(
            "byte order mark", bytes: [0xEF, 0xBB, 0xBF] + Array("# A\n".utf8),
            """
            a.md:1:1: warning: the file starts with a byte order mark, which is ignored [byte-order-mark]
            # A
            ^
            help: save it as UTF-8 without a byte order mark
            """),
        MistakeCase(
            "carriage returns", bytes: Array("# A\r\n\r\nB [@]\r\n".utf8),
            """
            a.md:1:4: warning: lines end with carriage returns, which are read as line feeds [crlf]
            # A
               ^
            help: save the file with line feeds only
            a.md:3:4: error: '@' is no citation [unreadable-citation]
            B [@]
               ^
            help: write [@key, locator; @key]
            """),
        MistakeCase(
            "not UTF-8", bytes: Array("# A\n\nbé ".utf8) + [0xFF] + Array(" c\n".utf8),
            """
            a.md:3:5: error: byte 0xFF is not UTF-8 [not-utf8]
            bé \u{FFFD} c
               ^
            help: save the file as UTF-8
            """),
        MistakeCase(
            "cut character", bytes: Array("# A\r\n\nb".utf8) + [0xE2, 0x82] + Array(" c\n".utf8),
            """
            a.md:1:4: warning: lines end with carriage returns, which are read as line feeds [crlf]
            # A
               ^
            help: save the file with line feeds only
            a.md:3:2: error: byte 0xE2 is not UTF-8 [not-utf8]
            b\u{FFFD} c
             ^
            help: save the file as UTF-8
            """),
        MistakeCase(
            "cut at the end", bytes: Array("# A\n\nb".utf8) + [0xEF],
            """
            a.md:3:2: error: byte 0xEF is not UTF-8 [not-utf8]
            b\u{FFFD}
             ^
            help: save the file as UTF-8
            """),
        MistakeCase(
            "NUL", bytes: Array("# A\n\nb\0c\n".utf8),
            """
            a.md:3:2: error: a NUL byte stands in the text [null-byte]
            b\u{FFFD}c
             ^
            help: remove it: the file may be no text, or cut off
            """),
    ]

    @Test("ChapterParser.parse", arguments: cases)
    func saysWhatIsWrong(mistake: MistakeCase) {
        mistake.check()
    }

    @Test func textAroundBadBytesIsKept() {
        let parsed = ChapterParser.parse(
            [0x23, 0x20, 0x41, 0x0D, 0x0A, 0xFF, 0x42, 0x00, 0x43], path: "a.md")
        #expect(parsed.chapter.source.text == "# A\n\u{FFFD}B\u{FFFD}C")
        #expect(Inline.plainText(parsed.chapter.title) == "A")
        #expect(parsed.chapter.blocks.count == 2)
    }

    @Test func blocksNestedTooDeepAreShownAsSource() {
        let chapter = String(repeating: "> ", count: 70) + "x"
        let parsed = ChapterParser.parse(Array(chapter.utf8), path: "a.md")
        #expect(parsed.chapter.dump.contains(#"listing @1:129-1:141"#))
        #expect(parsed.chapter.dump.contains(#"code "> > > > > > x""#))
        #expect(
            parsed.diagnostics.map { $0.text(quoting: nil) } == [
                """
                a.md:1:129: error: lists and quotes are nested more than 64 deep [nested-too-deep]
                help: move this block out
                """
            ])
    }
}
