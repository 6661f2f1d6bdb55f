import Foundation

/// Vega-Lite specifications as pictures in a page, with what the files beside it need.
final class FigureRenderer {
    private let converter: FigureConverter
    private let store: RenderingStore
    let library: VegaLibrary

    init(python: URL?, store: RenderingStore, preparation: FigurePreparation) {
        converter = FigureConverter(python: python, preparation: preparation)
        self.store = store
        library = VegaLibrary(python: python, store: store, preparation: preparation)
    }

    /// The picture, as `PictureMarkup` puts it into a page.
    func drawing(of specification: String) throws(FigureConverter.Failure) -> String {
        guard let version = converter.version else { return try drawn(specification) }
        let key = [
            version, FigureWorkerScript.source, FigureConfiguration.json, PictureCompaction.version,
            specification,
        ]
        return try store.text("picture", for: key) { () throws(FigureConverter.Failure) -> String in
            try drawn(specification)
        }
    }

    private func drawn(_ specification: String) throws(FigureConverter.Failure) -> String {
        guard let drawing = PictureMarkup.drawing(of: try converter.svg(of: specification)) else {
            throw .rejected(reason: "the converter gave no picture")
        }
        return drawing
    }

    /// The words and the data of a specification.
    func parts(of specification: String) -> FigureParts {
        let stored = store.text("figure-parts", for: [FigureParts.version, specification]) {
            FigureParts(of: specification).stored
        }
        return FigureParts(stored: stored) ?? FigureParts(of: specification)
    }
}
