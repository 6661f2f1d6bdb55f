/// Boxes that scroll by themselves, so that a wide line never widens the page.
enum ScrollBox {
    /// A screen of 320 px shows this many characters of code in a line.
    private static let phoneColumns = 30

    /// The attributes of a box with this text: one that may have to scroll can be reached from the keyboard
    /// and has a name. Others are not, since each one more is a stop on the way through the page.
    static func attributes(label: String, text: String) -> HTML {
        let isWide = text.split(separator: "\n").contains { $0.count > phoneColumns }
        return isWide ? attributes(label: label) : ""
    }

    static func attributes(label: String) -> HTML {
        " tabindex=\"0\" role=\"group\" aria-label=\"\(label)\""
    }
}
