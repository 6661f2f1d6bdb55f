import BookModel
import BookRendering

/// The book as EPUB 3.
///
/// Its bytes depend on the pages, the configuration and `modified` only.
package struct EPUBBook {
    private let pages: BookPages
    private let configuration: BookConfiguration
    private let modified: String
    private let assets: SiteAssets

    /// - Parameter modified: when the book was last changed, as ISO 8601 in UTC: `2026-11-24T00:00:00Z`.
    package init(_ source: ExportSource, modified: String) {
        pages = source.pages
        configuration = source.configuration
        self.modified = modified
        assets = SiteAssets(files: source.site.files)
    }

    package func bytes() -> [UInt8] {
        let names = EPUBNames(pages)
        let pictures = EPUBPictures(assets)
        var items: [EPUBPackage.Item] = [
            .init(id: "style", path: EPUBNames.style, type: "text/css"),
            .init(id: "title", path: EPUBNames.title, type: Self.pageType, isInSpine: true),
            .init(
                id: "contents", path: EPUBNames.contents, type: Self.pageType, properties: ["nav"],
                isInSpine: true),
        ]
        var files: [(String, [UInt8])] = [
            (EPUBNames.style, Array(EPUBSheet.css.utf8)),
            (EPUBNames.title, Array(titlePage(names, pictures).utf8)),
            (EPUBNames.contents, Array(EPUBContents(pages: pages.pages, names: names).document().utf8)),
        ]
        for (number, page) in pages.pages.enumerated() {
            let document = EPUBPage(names: names, pictures: pictures, page: page).document()
            let file = names.file(of: page)
            let properties = document.contains("<math ") ? ["mathml"] : []
            items.append(
                .init(
                    id: "page-\(number + 1)", path: file, type: Self.pageType, properties: properties,
                    isInSpine: true))
            files.append((file, Array(document.utf8)))
        }
        for (number, picture) in pictures.files.enumerated() {
            items.append(
                .init(
                    id: "picture-\(number + 1)", path: picture.path, type: SiteAssets.type(of: picture.path)))
            files.append((picture.path, picture.bytes))
        }
        return archive(EPUBPackage(configuration: configuration, modified: modified, items: items), files)
    }

    private static let pageType = "application/xhtml+xml"

    private func archive(_ package: EPUBPackage, _ files: [(String, [UInt8])]) -> [UInt8] {
        var archive = ZipArchive()
        // The first file and not compressed, so that the type stands at a fixed place.
        archive.add("mimetype", Array("application/epub+zip".utf8), compressing: false)
        archive.add("META-INF/container.xml", Array(Self.container.utf8))
        archive.add("EPUB/package.opf", Array(package.document().utf8))
        for (path, bytes) in files { archive.add("EPUB/" + path, bytes) }
        return archive.bytes()
    }

    private static let container = """
        <?xml version="1.0" encoding="utf-8"?>
        <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
        <rootfiles>
        <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
        </rootfiles>
        </container>

        """

    /// The front page without its list of chapters, which the contents are.
    private func titlePage(_ names: EPUBNames, _ pictures: EPUBPictures) -> String {
        var front = EPUBPage(names: names, pictures: pictures, page: pages.front).content()
        front.removeAll { $0.element?.name == "nav" }
        let section = MarkupElement("section", ["class": "front", "epub:type": "titlepage"], children: front)
        return EPUBPage.document(title: configuration.title, body: section.text(.xml))
    }
}
