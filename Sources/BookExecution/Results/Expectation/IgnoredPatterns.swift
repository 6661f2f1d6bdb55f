import Foundation

/// Regular expressions of what does not count in an output.
struct IgnoredPatterns {
    /// A pattern that took too long on a line, as one with repetitions of repetitions may.
    struct Overrun: Error {
        let pattern: String
        let line: String
    }

    /// Seconds that all matching in one output may take together.
    private static let limit = 2.0

    private let expressions: [NSRegularExpression]

    /// - Parameter patterns: those that do not compile are left out; the parser has refused them.
    init(_ patterns: [String]) {
        expressions = patterns.compactMap { try? NSRegularExpression(pattern: $0) }
    }

    /// The lines of a text without what the patterns match; lines of which nothing is left are left out.
    /// - Throws: `Overrun` after the limit of time.
    func lines(of text: String) throws(Overrun) -> [OutputLine] {
        let texts = OutputLine.texts(of: text)
        if expressions.isEmpty { return texts.map { OutputLine($0) } }
        let deadline = ContinuousClock.now + .seconds(Self.limit)
        var lines: [OutputLine] = []
        for text in texts {
            lines.append(OutputLine(text, removing: try matches(in: text, before: deadline)))
        }
        return lines
    }

    /// The matches of all patterns as offsets of characters, in order; what overlaps is one match.
    private func matches(in line: String, before deadline: ContinuousClock.Instant) throws(Overrun)
        -> [Range<Int>]
    {
        var found: [Range<Int>] = []
        for expression in expressions {
            var isLate = false
            let whole = NSRange(line.startIndex..., in: line)
            // The engine asks now and then whether to go on, and so can be stopped in the middle of a match.
            expression.enumerateMatches(in: line, options: .reportProgress, range: whole) { match, _, stop in
                if ContinuousClock.now > deadline {
                    isLate = true
                    stop.pointee = true
                }
                guard let match, match.range.length > 0, let range = Self.characters(match.range, of: line)
                else { return }
                found.append(range)
            }
            if isLate { throw Overrun(pattern: expression.pattern, line: line) }
        }
        return Self.merged(found)
    }

    /// The characters that a match touches: a match of half a character takes all of it.
    private static func characters(_ range: NSRange, of line: String) -> Range<Int>? {
        guard let match = Range(range, in: line) else { return nil }
        let start = line.distance(from: line.startIndex, to: match.lowerBound)
        let end = line.distance(from: line.startIndex, to: match.upperBound)
        return start..<max(end, start + 1)
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
