/// An entry of a BibTeX file as it is written: nothing of it is understood yet.
struct BibTeXEntry {
    struct Field {
        /// In lower case.
        let name: String
        let nameOffsets: Range<Int>
        /// The value without its delimiters, with the pieces that `#` joins.
        let value: Passage
    }

    /// The word behind `@`, in lower case.
    let kind: String
    let kindOffsets: Range<Int>
    let key: String
    let keyOffsets: Range<Int>
    var fields: [Field] = []

    func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}
