import Foundation

/// The quiet line below a figure: its data as a file, and where scripts run a closer look.
///
/// The link needs no script. The button does, so a script adds it, before the link: to a line that says under
/// which name the figure is found.
enum FigureLine {
    static func html(_ offer: FigureFiles.Offer, title: String) -> HTML {
        guard offer.data != nil || offer.script != nil else { return "" }
        let look: HTML =
            offer.script.map { script in
                " data-look=\"\(script)\" data-figure=\"\(offer.name)\" data-title=\"\(title)\""
            } ?? ""
        let link: HTML =
            offer.data.map { address in
                """
                <a href="\(address)" download="\(offer.fileName)" type="text/csv">Data \
                <span class="file-kind">CSV, \(size(offer.length))</span></a>
                """
            } ?? ""
        return "<p class=\"figure-tools\"\(look)>\(link)</p>\n"
    }

    /// A length as people say it: `0.4 kB`, `12 kB`, `1.5 MB`.
    private static func size(_ bytes: Int) -> String {
        func rounded(_ value: Double) -> String {
            value < 10 ? String(format: "%.1f", value) : String(Int(value.rounded()))
        }
        let kilobytes = Double(bytes) / 1000
        return kilobytes < 999.5 ? "\(rounded(kilobytes)) kB" : "\(rounded(kilobytes / 1000)) MB"
    }
}
