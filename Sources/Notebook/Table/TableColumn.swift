/// A column ready to be shown: all its texts, with numbers written alike.
struct TableColumn {
    let header: String
    let texts: [String]
    /// The links of each row, none where its value is of another kind.
    let links: [[Link]]
    /// Whether all its values are numbers or empty: then it is aligned at the right.
    let isNumeric: Bool

    init(_ heading: TableHeading, _ cells: [TableCell]) {
        header = heading.text
        isNumeric = cells.contains { $0.isNumber } && cells.allSatisfy { $0.isNumber || $0 == .empty }
        let style = heading.style == .automatic ? Self.style(for: cells) : heading.style
        texts = cells.map { Self.text($0, heading.style, style) }
        links = cells.map { if case .links(let links) = $0 { links } else { [] } }
    }

    private static func text(_ cell: TableCell, _ asked: NumberStyle, _ style: NumberStyle) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): text
        case .links(let links): links.map(\.text).joined(separator: ", ")
        case .number(let value):
            value == 0 && style != asked && style == .significant(3) ? "0" : style.text(value)
        case .integer(let digits):
            switch asked {
            case .automatic: digits
            case .grouped: NumberText.grouped(digits)
            default: Double(digits).map(asked.text) ?? digits
            }
        }
    }

    /// The fewest decimals that show every number, but not more than four digits of the largest one.
    ///
    /// Three significant digits instead, where that would leave a small number with fewer than two.
    static func style(for cells: [TableCell]) -> NumberStyle {
        let values = cells.compactMap { cell -> Double? in
            if case .number(let value) = cell, value.isFinite { value } else { nil }
        }
        let sizes = values.filter { $0 != 0 }.map(\.magnitude)
        guard let largest = sizes.max(), let smallest = sizes.min() else { return .decimals(0) }
        if largest >= 1e15 || smallest < 1e-12 { return .significant(3) }
        let needed = values.map(decimalsNeeded).max() ?? 0
        let decimals = min(needed, max(0, 3 - NumberText.decimalExponent(largest, digits: 4)))
        let losesSmall = values.contains { value in
            value != 0 && decimalsNeeded(value) > decimals
                && NumberText.decimalExponent(value, digits: 2) + decimals < 1
        }
        return losesSmall ? .significant(3) : .decimals(decimals)
    }

    /// The decimals of the shortest text that reads back as the same number.
    private static func decimalsNeeded(_ value: Double) -> Int {
        let parts = String(describing: value.magnitude).split(separator: "e")
        let fraction = parts[0].split(separator: ".").last.map { $0 == "0" ? 0 : $0.count } ?? 0
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        return max(0, fraction - exponent)
    }
}
