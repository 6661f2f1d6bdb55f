/// A font file that pages bring along.
public struct TextFace: Sendable {
    public let family: String
    /// As in CSS: 400 or 600.
    public let weight: Int
    public let isItalic: Bool
    /// The name of its file.
    public let file: String
    /// The bytes of a woff2 file.
    public let data: [UInt8]

    /// The faces of the book: for text, and for captions, tables and what surrounds the text.
    public static let all = [
        TextFace(serif, 400, file: "serif-regular", PackageResources.serif_regular_woff2),
        TextFace(serif, 400, isItalic: true, file: "serif-italic", PackageResources.serif_italic_woff2),
        TextFace(serif, 600, file: "serif-semibold", PackageResources.serif_semibold_woff2),
        TextFace(
            serif, 600, isItalic: true, file: "serif-semibold-italic",
            PackageResources.serif_semibold_italic_woff2),
        TextFace(sans, 400, file: "sans-regular", PackageResources.sans_regular_woff2),
        TextFace(sans, 400, isItalic: true, file: "sans-italic", PackageResources.sans_italic_woff2),
        TextFace(sans, 600, file: "sans-semibold", PackageResources.sans_semibold_woff2),
    ]

    public static let serif = "Book Serif"
    public static let sans = "Book Sans"

    /// The licence, which goes where the fonts go.
    public static let license = PackageResources.OFL_txt

    private init(_ family: String, _ weight: Int, isItalic: Bool = false, file: String, _ data: [UInt8]) {
        self.family = family
        self.weight = weight
        self.isItalic = isItalic
        self.file = file + ".woff2"
        self.data = data
    }
}
