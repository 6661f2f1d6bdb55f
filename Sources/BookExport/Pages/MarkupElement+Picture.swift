import BookRendering

extension MarkupElement {
    /// The figure of a page as a file: colours and fonts stand in it, since no style sheet of a page reaches it.
    var standalonePicture: String {
        var picture = mapping { element in
            var element = element
            for index in element.attributes.indices {
                if let colour = StandalonePicture.colours[element.attributes[index].value] {
                    element.attributes[index].value = colour
                }
            }
            return [.element(element)]
        }
        picture["class"] = nil
        picture["font-family"] = StandalonePicture.font
        if picture.first(where: { $0["xlink:href"] != nil }) != nil {
            picture["xmlns:xlink"] = "http://www.w3.org/1999/xlink"
        }
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + picture.text(.xml) + "\n"
    }
}
