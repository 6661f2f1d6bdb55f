/// A piece of text and the bytes of the source that it came from.
struct TextUnit {
    let text: ArraySlice<UInt8>
    let source: Range<Int>
    /// The number of the formula or other replaced text that stands here.
    var mark: Int?
    /// Whether the source spells it with a backslash or as an entity: then it is no markup.
    var isEscaped = false
}
