extension Table {
    /// The table as HTML. Everything in it is escaped; columns of numbers have the class `number`.
    public var html: String {
        let columns = columns
        var lines = ["<table>"]
        if let title { lines.append("<caption>\(title.escapedForHTML)</caption>") }
        let headers = columns.map { "<th scope=\"col\"\($0.attribute)>\($0.header.escapedForHTML)</th>" }
        lines.append("<thead>\n<tr>\(headers.joined())</tr>\n</thead>")
        lines.append("<tbody>")
        for row in 0..<min(rows.count, limit) {
            let cells = columns.map { "<td\($0.attribute)>\($0.markup(row))</td>" }
            lines.append("<tr>\(cells.joined())</tr>")
        }
        lines.append("</tbody>")
        if let more {
            lines.append("<tfoot>\n<tr><td colspan=\"\(columns.count)\">\(more)</td></tr>\n</tfoot>")
        }
        lines.append("</table>")
        return lines.joined(separator: "\n")
    }
}

extension TableColumn {
    fileprivate var attribute: String { isNumeric ? " class=\"number\"" : "" }

    /// The value of a row, with the minus sign of print before numbers.
    fileprivate func markup(_ row: Int) -> String {
        guard links[row].isEmpty else { return links[row].map(\.markup).joined(separator: ", ") }
        return (isNumeric ? texts[row].replacingMinus : texts[row]).escapedForHTML
    }
}

extension Link {
    fileprivate var markup: String {
        "<a href=\"\(destination.escapedForHTML)\">\(text.escapedForHTML)</a>"
    }
}

extension String {
    /// Safe as the content of an element and of a quoted attribute.
    var escapedForHTML: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
