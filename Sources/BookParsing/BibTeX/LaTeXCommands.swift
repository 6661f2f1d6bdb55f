/// The commands of LaTeX that names and titles use.
enum LaTeXCommands {
    /// Accents, by their names, as combining marks.
    static let accents: [String: String] = [
        "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}",
        ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}",
        "c": "\u{327}", "k": "\u{328}", "b": "\u{331}",
    ]

    /// Commands of one character that is no letter; those that are not here stand for the character.
    static let punctuation: [Character: String] = [
        " ": " ", "\n": " ", ",": "\u{202F}", ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "",
        "\\": " ",
    ]

    static let symbols: [String: String] = [
        "ss": "ß", "SS": "SS", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø",
        "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ",
        "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "pounds": "£", "euro": "€",
        "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
        "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
        "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
        "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\", "textbar": "|",
        "textunderscore": "_", "textbullet": "•", "textdegree": "°", "textless": "<", "textgreater": ">",
        "slash": "/", "quad": " ", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "relax": "",
    ]

    /// Those whose argument is emphasized.
    static let emphasis: Set<String> = ["emph", "textit", "textsl"]

    /// Those whose argument, or whose group, is shown as it is.
    static let transparent: Set<String> = [
        "textbf", "textmd", "textnormal", "textrm", "textsc", "textsf", "texttt", "textup", "text", "mbox",
        "hbox", "uppercase", "lowercase", "bf", "em", "it", "rm", "sc", "sf", "sl", "tt",
        "bibinfo", "protect",
    ]

    /// Those that say something to BibTeX alone.
    static let ignoredWithArgument: Set<String> = ["noopsort", "providecommand", "hspace", "vspace"]

    static let known =
        (accents.keys.filter { $0.first?.isLetter == true } + symbols.keys + emphasis + transparent
        + ignoredWithArgument + ["ensuremath", "path", "url"]).sorted()
}
