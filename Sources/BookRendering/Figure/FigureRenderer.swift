import Foundation

/// Vega-Lite specifications as pictures in a page.
final class FigureRenderer {
    private let converter: FigureConverter
    private let store: RenderingStore

    init(python: URL?, store: RenderingStore, preparation: FigurePreparation) {
        converter = FigureConverter(python: python, preparation: preparation)
        self.store = store
    }

    func svg(of specification: String) throws(FigureConverter.Failure) -> String {
        guard let version = converter.version else { return try converter.svg(of: specification) }
        let key = [version, FigureWorkerScript.source, FigureConfiguration.json, specification]
        return try store.text("figure", for: key) { () throws(FigureConverter.Failure) -> String in
            try converter.svg(of: specification)
        }
    }
}

/// What a specification says about itself in words.
struct FigureWords: Decodable {
    /// `description`: what is seen, for those who do not see it.
    let description: String?
    private let title: Title?

    var titleText: String? { title?.text }

    init(of specification: String) {
        let decoded = try? JSONDecoder().decode(FigureWords.self, from: Data(specification.utf8))
        self = decoded ?? FigureWords(description: nil, title: nil)
    }

    private init(description: String?, title: Title?) {
        self.description = description
        self.title = title
    }

    /// A title is a text, lines of text, or an object that holds either.
    private struct Title: Decodable {
        let text: String

        private enum Key: String, CodingKey { case text }

        init(from decoder: Decoder) throws {
            if let container = try? decoder.container(keyedBy: Key.self) {
                let inner = try? container.decode([String].self, forKey: .text).joined(separator: " ")
                text = try inner ?? container.decode(String.self, forKey: .text)
                return
            }
            let container = try decoder.singleValueContainer()
            let lines = try? container.decode([String].self).joined(separator: " ")
            text = try lines ?? container.decode(String.self)
        }
    }
}
