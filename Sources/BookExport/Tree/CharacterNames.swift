import BookRendering

/// The characters that pages write by name.
enum CharacterNames {
    private static let named: [Substring: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}",
        "emsp": "\u{2003}", "thinsp": "\u{2009}", "hairsp": "\u{200A}", "shy": "\u{AD}", "zwnj": "\u{200C}",
        "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "laquo": "«", "raquo": "»", "middot": "·", "bull": "•", "times": "×", "minus": "−", "para": "¶",
        "sect": "§", "copy": "©", "deg": "°", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓",
    ]

    /// The text with its character references resolved, once; one that is not known stays as it is.
    static func resolved(_ text: String) -> String { CharacterReference.resolved(text, names: named) }
}
