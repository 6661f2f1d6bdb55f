/// One value in a table, as far as its form depends on it.
enum TableCell: Hashable, Sendable {
    case empty
    case text(String)
    case integer(String)
    case number(Double)
    case links([Link])

    /// Numbers stay numbers, so that a column can write them alike; everything else is its text on one line.
    init(_ value: Any) {
        let value = unwrapped(value)
        if let integer = value as? any BinaryInteger {
            self = .integer(String(describing: integer))
        } else if let number = value as? any BinaryFloatingPoint {
            self = .number(Double(number))
        } else if let link = value as? Link {
            self = .links([link])
        } else if let links = value as? [Link] {
            self = .links(links)
        } else if Mirror(reflecting: value).displayStyle == .optional {
            self = .empty
        } else {
            let text = MIMEBundle(describing: value).text
            let lines = text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
            self = .text(lines.joined(separator: " "))
        }
    }

    var isNumber: Bool {
        switch self {
        case .integer, .number: true
        case .empty, .text, .links: false
        }
    }
}
