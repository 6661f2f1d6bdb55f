/// What a chapter's file is called, and its place among the others.
struct ChapterName {
    let stem: String

    /// The number in front, where there is one.
    var number: Int? {
        let digits = stem.prefix { $0.isASCII && $0.isNumber }
        return stem.dropFirst(digits.count).first == "-" ? Int(digits) : nil
    }

    /// The stem without number and hyphen, in lower case: two chapters must not share it.
    var key: String {
        guard number != nil, let hyphen = stem.firstIndex(of: "-") else { return stem.lowercased() }
        return stem[stem.index(after: hyphen)...].lowercased()
    }

    /// Numbered chapters first, by their numbers, then the others by their names.
    static func isOrdered(_ left: ChapterName, _ right: ChapterName) -> Bool {
        (left.number ?? .max, left.stem) < (right.number ?? .max, right.stem)
    }
}
