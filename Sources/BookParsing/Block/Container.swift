/// A block that holds lines behind a prefix of its own.
enum Container {
    case quote
    case item(ItemMarker)
}

/// A place in a line, with tabs counted as columns up to the next multiple of four.
struct LineCursor {
    private let text: SourceText
    private let end: Int
    private(set) var offset: Int
    private(set) var column = 0

    init(_ text: SourceText, line: Int) {
        self.text = text
        let line = text.line(line)
        offset = line.lowerBound
        end = line.upperBound
    }

    var byte: UInt8? { offset < end ? text.bytes[offset] : nil }

    /// The columns of blanks that start here.
    var indent: Int {
        var copy = self
        while copy.byte?.isBlank == true { copy.advance() }
        return copy.column - column
    }

    /// Moves over one byte.
    mutating func advance() {
        guard let byte else { return }
        column = byte == UInt8(ascii: "\t") ? (column / 4 + 1) * 4 : column + 1
        offset += 1
    }

    mutating func advance(toOffset target: Int) {
        while offset < target, byte != nil { advance() }
    }

    /// Moves over `count` columns of blanks; a tab may be left half consumed.
    mutating func advanceBlanks(columns count: Int) {
        let target = column + count
        while column < target, let byte, byte.isBlank {
            let next = byte == UInt8(ascii: "\t") ? (column / 4 + 1) * 4 : column + 1
            column = min(next, target)
            if next <= target { offset += 1 }
        }
    }

    mutating func skipBlanks() {
        while byte?.isBlank == true { advance() }
    }

    /// Moves over the prefixes of `containers`, by the rules of CommonMark; stops where a line is continued
    /// lazily.
    ///
    /// - Returns: whether the line has the prefixes of all of them.
    @discardableResult
    mutating func skipPrefixes(of containers: [Container], line: Int) -> Bool {
        for container in containers {
            switch container {
            case .quote:
                guard skipQuoteMarker() else { return false }
            case .item(let marker) where marker.line == line:
                advance(toOffset: marker.offset)
                skipItemMarker()
                advanceBlanks(columns: marker.isFilled ? indent : 1)
            case .item(let marker):
                guard indent >= marker.indent else { return false }
                advanceBlanks(columns: marker.indent)
            }
        }
        return true
    }

    private mutating func skipQuoteMarker() -> Bool {
        var copy = self
        guard copy.indent <= 3 else { return false }
        copy.skipBlanks()
        guard copy.byte == .greaterThan else { return false }
        copy.advance()
        copy.advanceBlanks(columns: 1)
        self = copy
        return true
    }

    /// Moves over a bullet, or over a number and its delimiter.
    mutating func skipItemMarker() {
        while let byte, byte.isDigit { advance() }
        advance()
    }
}

/// The marker of a list item and what it asks of the item's lines.
struct ItemMarker {
    /// The line of the marker.
    let line: Int
    /// The offset of the marker in the file.
    let offset: Int
    /// The columns by which the item's further lines are indented.
    let indent: Int
    /// Whether the item's content starts on the marker's line, one to four blanks behind it.
    ///
    /// After five blanks the content is indented code behind one blank; an empty first line counts as one
    /// blank.
    let isFilled: Bool

    /// - Parameter parents: the containers that the item stands in, outermost first.
    init(_ node: CmarkNode, in text: SourceText, parents: [Container]) {
        line = node.startLine
        var cursor = LineCursor(text, line: line)
        cursor.skipPrefixes(of: parents, line: line)
        let parentColumn = cursor.column
        cursor.skipBlanks()
        offset = cursor.offset
        cursor.skipItemMarker()
        let width = cursor.column - parentColumn
        let blanks = cursor.indent
        cursor.skipBlanks()
        let isFilled = cursor.byte != nil && blanks >= 1 && blanks <= 4
        self.isFilled = isFilled
        indent = width + (isFilled ? blanks : 1)
    }
}
