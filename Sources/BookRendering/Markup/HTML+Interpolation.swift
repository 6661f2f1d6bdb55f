extension HTML: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        var markup = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            markup += literal
        }

        package mutating func appendInterpolation(_ text: String) {
            markup += Escaping.escaped(text)
        }

        package mutating func appendInterpolation(_ html: HTML) {
            markup += html.markup
        }

        package mutating func appendInterpolation(_ number: Int) {
            markup += String(number)
        }
    }

    package init(stringLiteral literal: String) {
        self.init(trusted: literal)
    }

    package init(stringInterpolation: StringInterpolation) {
        self.init(trusted: stringInterpolation.markup)
    }
}
