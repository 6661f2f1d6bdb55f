import BookModel
import BookSourceKit
import Foundation

/// What a page says about a symbol: never a name that only the engine or the compiler uses.
enum SymbolWords {
    static func declaration(of symbol: SourceKit.Symbol) -> CellNames.Declaration? {
        let text = DeclarationMarkup.text(
            of: symbol.declaration, isParameter: symbol.declaration.hasPrefix("<decl.var.parameter>"))
        guard let text else { return nil }
        var declaration = CellNames.Declaration(text: text)
        guard isPresentable(declaration.plainText, own: symbol.name) else { return nil }
        let module = module(of: symbol)
        declaration.module = module
        if let path = SymbolPath(symbol.identifier) {
            declaration.container = path.container
            if !symbol.isOfSystem, module == path.module { declaration.entry = path.entry }
        }
        if !symbol.isOfSystem { declaration.summary = DocumentationSummary.text(of: symbol.documentation) }
        return declaration
    }

    /// The module as people know it; `nil` for the chapter itself and the compiler's own parts.
    private static func module(of symbol: SourceKit.Symbol) -> String? {
        switch symbol.module {
        case "", SwiftCompiler.moduleName: nil
        case "Swift", "_StringProcessing", "_Concurrency": "Swift"
        case let name where name.hasPrefix("Foundation"): "Foundation"
        case let name where symbol.isOfSystem || name.hasPrefix("_"): nil
        case let name: name
        }
    }

    /// Whether a text holds no place where the compiler did not know, and no name that only the compiler and the engine
    /// use.
    /// - Parameter own: a name that the chapter itself may have chosen.
    static func isPresentable(_ text: String, own: String = "") -> Bool {
        guard !text.contains("<<"), !text.contains(SwiftCompiler.moduleName), !text.contains("$T") else {
            return false
        }
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return words.allSatisfy { word in
            !word.hasPrefix("_") || word.count == 1 || own.hasPrefix(word)
        }
    }

    /// The text with colons as people write them: `[String: Int]`.
    static func spaced(_ text: String) -> String { text.replacing(" : ", with: ": ") }
}
