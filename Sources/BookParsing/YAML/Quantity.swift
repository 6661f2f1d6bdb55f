/// Numbers with units, as people write them.
enum Quantity {
    /// Seconds: `30`, `0.5`, `500ms`, `30s`, `2min`, `1h`; more than 0.
    static func seconds(_ text: String) -> Double? {
        let units: [(String, Double)] = [("ms", 0.001), ("min", 60), ("h", 3600), ("s", 1), ("", 1)]
        return positive(text, units)
    }

    /// Bytes: `1048576`, `512MB`, `2GB`, `1GiB`; more than 0.
    static func bytes(_ text: String) -> Int? {
        let units: [(String, Double)] = [
            ("KiB", 1024), ("MiB", 1_048_576), ("GiB", 1_073_741_824),
            ("kB", 1000), ("KB", 1000), ("MB", 1e6), ("GB", 1e9), ("B", 1), ("", 1),
        ]
        return positive(text, units).flatMap { Int(exactly: $0.rounded()) }.flatMap { $0 > 0 ? $0 : nil }
    }

    /// A number of at least 0: `1e-6`; with a percent sign, its hundredth.
    static func tolerance(_ text: String) -> (value: Double, isRelative: Bool)? {
        let isRelative = text.hasSuffix("%")
        guard let value = number(isRelative ? text.dropLast() : text[...]), value >= 0 else { return nil }
        return (isRelative ? value / 100 : value, isRelative)
    }

    private static func positive(_ text: String, _ units: [(String, Double)]) -> Double? {
        for (unit, factor) in units where text.hasSuffix(unit) {
            guard let value = number(text.dropLast(unit.count)) else { continue }
            return value > 0 ? value * factor : nil
        }
        return nil
    }

    /// A finite decimal number, with blanks before a unit allowed.
    private static func number(_ text: Substring) -> Double? {
        let text = text.reversed().drop { $0 == " " }.reversed().filter { $0 != "_" }
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }),
            let value = Double(String(text)), value.isFinite
        else { return nil }
        return value
    }
}
