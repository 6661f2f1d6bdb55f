/// What makes two prints of a page the same, however busy the machine is.
///
/// A browser that lays out text before its fonts have come does it once more afterwards, and cuts lines into other
/// pieces than one that had them from the start: the links of two PDFs then differ. So there is nothing to lay out until
/// the fonts are there, and those that were asked for delay the end of loading, after which the browser prints.
enum OneFilePrint {
    /// The attributes of the body.
    static let body = " style=\"display: none\""

    static let script = """
        document.fonts.forEach(function (font) { font.load(); });
        addEventListener("load", function () { document.body.removeAttribute("style"); });
        """
}
