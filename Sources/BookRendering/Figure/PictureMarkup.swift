/// The converter's SVG as part of a page: only drawing is let through, in the colours of the page's theme and in
/// few words, with the title and the description that the converter leaves out.
enum PictureMarkup {
    /// What is drawn, without the element around it; behind a line with width and height.
    ///
    /// - Returns: `nil` when the text is no picture.
    static func drawing(of svg: String) -> String? {
        guard let (width, height, content) = PictureReader.read(svg) else { return nil }
        var drawing = HTML.empty
        for child in PictureCompaction.compact(content) {
            if case .element(let element) = child { drawing += element.html }
        }
        return "\(width) \(height)\n\(drawing.markup)"
    }

    /// - Parameters:
    ///   - drawing: what `drawing(of:)` gave, now or for an earlier build.
    ///   - id: starts each name of an element, so that two pictures on a page do not share one.
    static func html(_ drawing: String, id: String, title: String, description: String) -> HTML? {
        let parts = drawing.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let sizes = parts[0].split(separator: " ").compactMap { Int($0) }
        guard parts.count == 2, sizes.count == 2 else { return nil }
        let mark = PictureReader.idMark
        let content = String(parts[1]).replacing(mark, with: id + "-")
        return """
            <svg class="picture" xmlns="http://www.w3.org/2000/svg" width="\(sizes[0])" height="\(sizes[1])" \
            viewBox="0 0 \(sizes[0]) \(sizes[1])" role="img" aria-labelledby="\(id)-title \(id)-desc">\
            <title id="\(id)-title">\(title)</title><desc id="\(id)-desc">\(description)</desc>\
            \(HTML(trusted: content))</svg>
            """
    }
}
