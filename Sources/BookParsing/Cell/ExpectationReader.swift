import BookModel
import Foundation

/// Reads the options that say what a cell must show: `expect`, `expect-file`, `tolerance`, `order`, `ignore`.
struct ExpectationReader {
    let findings: Findings

    /// A text, which may be empty when it stands in quotes: then the cell must show nothing.
    func text(_ value: YAMLValue) -> String? {
        if value.string == nil { refuse(.expect, value) }
        return value.string
    }

    /// A path below the folder of the chapters, in a file or folder that is called `….expected`.
    func file(_ value: YAMLValue) -> String? {
        guard let path = value.string, !path.isEmpty else {
            refuse(.expectFile, value)
            return nil
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if path.hasPrefix("/") || parts.contains("..") {
            findings.add(.foreignExpectation(path, at: value.range))
            return nil
        }
        let suffix = CellOptions.expectedSuffix
        guard let first = parts.first, first.hasSuffix(suffix), first.count > suffix.count,
            !first.hasPrefix("."), parts.dropFirst().allSatisfy({ !$0.isEmpty && $0 != "." })
        else {
            findings.add(.unnamedExpectation(path, at: value.range))
            return nil
        }
        return path
    }

    func anyOrder(_ value: YAMLValue) -> Bool {
        if value.string != "any" { refuse(.order, value) }
        return value.string == "any"
    }

    /// Regular expressions; one that is malformed is refused at its own place.
    func patterns(_ value: YAMLValue) -> [String] {
        guard let patterns = value.strings, !patterns.isEmpty else {
            refuse(.ignore, value)
            return []
        }
        return patterns.compactMap { pattern, range in
            guard let fault = Self.fault(of: pattern) else { return pattern }
            findings.add(.malformedPattern(pattern, reason: fault, at: range))
            return nil
        }
    }

    /// Why a pattern is none; `nil` when it is one.
    ///
    /// Matching is Foundation's, which can be stopped but says of no pattern why it refuses it. The parser of the
    /// standard library says so.
    private static func fault(of pattern: String) -> String? {
        if pattern.isEmpty { return "it is empty" }
        guard (try? NSRegularExpression(pattern: pattern)) == nil else { return nil }
        do {
            _ = try Regex(pattern)
            return "it has a construct that is not supported"
        } catch {
            return "\(error)"
        }
    }

    private func refuse(_ option: CellOption, _ value: YAMLValue) {
        findings.add(.optionValue(option, value.kind, at: value.range))
    }

    // MARK: - Tolerance

    /// A number, a percentage, or a mapping of `absolute`, `relative` and the headings of columns.
    func tolerance(_ value: YAMLValue) -> Tolerance? {
        guard let entries = value.entries else {
            return scalar(value, of: "the option 'tolerance'").map { Tolerance($0) }
        }
        var tolerance = Tolerance()
        for entry in entries {
            if read(entry, &tolerance.general) { continue }
            if let parts = entry.value.entries {
                var bound = Tolerance.Bound()
                for part in parts where !read(part, &bound) {
                    findings.add(
                        .unknownKey(
                            part.key, of: "the tolerance of '\(entry.key)'", known: ["absolute", "relative"],
                            at: part.keyRange))
                }
                tolerance.columns[entry.key] = bound
            } else {
                tolerance.columns[entry.key] = scalar(entry.value, of: "the tolerance of '\(entry.key)'")
            }
        }
        return tolerance
    }

    /// Reads `absolute` or `relative`.
    /// - Returns: whether the entry is one of the two.
    private func read(_ entry: YAMLText.Entry, _ bound: inout Tolerance.Bound) -> Bool {
        guard ["absolute", "relative"].contains(entry.key) else { return false }
        let number = entry.value.string.flatMap(Quantity.tolerance)
        switch (entry.key, number) {
        case ("absolute", (let value, false)?): bound.absolute = value
        case ("absolute", _):
            findings.add(
                .toleranceValue(
                    "'absolute' of the option 'tolerance'", entry.value.kind, isAbsolute: true,
                    at: entry.value.range))
        case (_, (let value, _)?): bound.relative = value
        case (_, nil):
            findings.add(
                .toleranceValue(
                    "'relative' of the option 'tolerance'", entry.value.kind, at: entry.value.range))
        }
        return true
    }

    /// A number or a percentage.
    private func scalar(_ value: YAMLValue, of owner: String) -> Tolerance.Bound? {
        guard let number = value.string.flatMap(Quantity.tolerance) else {
            findings.add(.toleranceValue(owner, value.kind, at: value.range))
            return nil
        }
        return number.isRelative ? .init(relative: number.value) : .init(absolute: number.value)
    }
}
