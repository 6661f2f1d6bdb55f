import Foundation

/// What a person needs to see a mismatch again: the seed, the edit, and the smallest book that shows it.
enum MismatchText {
    static func text(of mismatch: Walk.Mismatch, book number: Int, _ installation: TinyInstallation) throws
        -> String
    {
        var lines = [
            "stale, or not reproducible: seed \(Settings.seed), book \(number), edits \(mismatch.edits)",
            mismatch.isReproducible
                ? "two fresh builds agree" : "TWO FRESH BUILDS DIFFER: the book is not reproducible",
        ]
        lines += mismatch.differences.prefix(6).map { "  " + $0 }
        var shrinking = Shrinking(installation)
        if let smallest = try shrinking.smallest(mismatch.before, mismatch.after) {
            lines.append("the smallest book found that shows it:")
            lines += texts(before: smallest.before, after: smallest.after)
            lines += try Shrinking.differences(smallest.before, smallest.after, installation).prefix(4)
        } else {
            lines.append(
                "not made smaller: the edit alone, from an empty store, may not show it; before and after:")
            lines += texts(before: mismatch.before, after: mismatch.after)
        }
        return lines.joined(separator: "\n")
    }

    private static func texts(before: BookDraft, after: BookDraft) -> [String] {
        let old = before.state
        let new = after.state
        return Set(old.keys).union(new.keys).sorted().flatMap { path in
            old[path] == new[path]
                ? (path.hasSuffix(".md") ? ["──── \(path), not changed", new[path] ?? ""] : [])
                : [
                    "──── \(path), before", old[path] ?? "(no file)", "──── \(path), after",
                    new[path] ?? "(no file)",
                ]
        }
    }
}
