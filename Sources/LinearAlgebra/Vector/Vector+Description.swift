extension Vector: CustomStringConvertible {
    /// The elements with up to six significant digits; the middle of a long vector is left out.
    public var description: String {
        "[" + ElementText.abridged(count, limit: 12) { ElementText.text(self[$0]) }.joined(separator: ", ")
            + "]"
    }
}
