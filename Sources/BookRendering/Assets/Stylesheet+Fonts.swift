import BookFonts

extension Stylesheet {
    /// The bundled faces. A browser loads those that a page shows; what they lack, such as other scripts, comes from
    /// the system.
    static let fonts = TextFace.all.map { face in
        """
        @font-face {
            font-family: "\(face.family)"; font-weight: \(face.weight); \
        font-style: \(face.isItalic ? "italic" : "normal");
            font-display: fallback; src: url(fonts/\(face.file)) format("woff2");
        }
        """
    }.joined(separator: "\n")

    /// The files that `fonts` names, and their licence.
    static var fontFiles: [String: [UInt8]] {
        var files = ["assets/fonts/OFL.txt": TextFace.license]
        for face in TextFace.all { files["assets/fonts/\(face.file)"] = face.data }
        return files
    }
}
