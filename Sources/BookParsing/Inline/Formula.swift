/// A formula in a passage.
struct Formula: Equatable {
    enum Kind { case inline, display }

    let kind: Kind
    /// The formula with its dollars.
    let range: Range<Int>
    /// The TeX between them.
    let tex: Range<Int>
}
