/// How far the numbers of an output may be from those that are expected.
public struct Tolerance: Hashable, Sendable {
    /// How far one number may be from another: within either bound, both included.
    public struct Bound: Hashable, Sendable {
        /// At least 0.
        public var absolute: Double
        /// The share of the expected number's size: 0.05 for 5 %; at least 0.
        public var relative: Double

        public init(absolute: Double = 0, relative: Double = 0) {
            self.absolute = absolute
            self.relative = relative
        }
    }

    /// What holds for numbers outside of tables, and in columns without a bound of their own.
    public var general: Bound
    /// The bounds of numbers in columns of tables, by the text of the heading.
    public var columns: [String: Bound]

    public init(_ general: Bound = Bound(), columns: [String: Bound] = [:]) {
        self.general = general
        self.columns = columns
    }

    /// The bound of the numbers in a column, or of those outside of tables.
    public func bound(ofColumn heading: String?) -> Bound {
        heading.flatMap { columns[$0] } ?? general
    }
}

extension Tolerance.Bound: CustomStringConvertible {
    /// As it stands behind a number: `± 0.001`, `± 5%`, `± 0.001 or 5%`.
    public var description: String {
        let percent = "\((relative * 1e12).rounded() / 1e10)"
        let share = (percent.hasSuffix(".0") ? String(percent.dropLast(2)) : percent) + "%"
        if relative == 0 { return "± \(Self.text(absolute))" }
        return absolute == 0 ? "± \(share)" : "± \(Self.text(absolute)) or \(share)"
    }

    private static func text(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension Tolerance: CustomStringConvertible {
    /// As dumps show it: the general bound, then those of the columns by name.
    public var description: String {
        ([general.description] + columns.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
            .joined(separator: ", ")
    }
}
