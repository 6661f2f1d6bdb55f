extension Book {
    /// The chapter that `word` names: `8`, `08-clwe`, `clwe`, `08-clwe.md` or `Chapters/08-clwe.md`.
    public func chapter(calledBy word: String) -> Chapter? {
        let name = word.split(separator: "/").last.map(String.init) ?? word
        let wanted = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        return chapters.first { chapter in
            chapter.stem == wanted || chapter.shortName == wanted || chapter.isNumbered(wanted)
        }
    }

    /// The word by which a reader calls a chapter on a command line: its number, else its stem.
    ///
    /// - Returns: `nil` when the command would not find the chapter by either.
    public func callName(of chapter: Chapter) -> String? {
        let number = chapter.stem.split(separator: "-").first.map { prefix in
            Int(prefix).map(String.init) ?? String(prefix)
        }
        return [number, chapter.stem].compactMap { $0 }.first { word in
            // A chapter's cell stands behind `#`, and a word with a hyphen in front is an option.
            !word.contains("#") && !word.hasPrefix("-") && self.chapter(calledBy: word)?.file == chapter.file
        }
    }
}

extension Chapter {
    /// `clwe` of `08-clwe`.
    public var shortName: String {
        guard let hyphen = stem.firstIndex(of: "-") else { return stem }
        return String(stem[stem.index(after: hyphen)...])
    }

    /// Whether `word` is the number or letter that the stem starts with: `8` for `08-clwe`, `B` for `B-extending`.
    fileprivate func isNumbered(_ word: String) -> Bool {
        guard let prefix = stem.split(separator: "-").first else { return false }
        if let number = Int(word) { return Int(prefix) == number }
        return word.lowercased() == prefix.lowercased() && prefix.count == 1
    }
}
