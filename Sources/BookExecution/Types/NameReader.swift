import BookModel
import BookSourceKit
import Foundation

/// Reads what the names of a program stand for.
final class NameReader {
    private let kit: SourceKit
    private let program: SourceKit.Program
    private let text: [UInt8]
    private var types: [SourceKit.ExpressionType]?

    init(kit: SourceKit, program: SourceKit.Program, text: [UInt8]) {
        self.kit = kit
        self.program = program
        self.text = text
    }

    /// The names of each cell; `nil` when the library does not tell the tokens of the program.
    func names(in cells: [[NameQuestion.Stretch]]) -> [CellNames]? {
        guard let source = String(validating: text, as: UTF8.self), let tokens = kit.tokens(of: source) else {
            return nil
        }
        kit.prepare(program)
        return cells.map { stretches in
            var list = DeclarationList()
            for stretch in stretches {
                let first = tokens.partitioningIndex { $0.start >= stretch.start }
                for token in tokens[first...].prefix(while: { $0.end <= stretch.end }) {
                    if let declaration = declaration(of: token) { list.add(declaration, token) }
                }
            }
            return list.names
        }
    }

    private func declaration(of token: SourceKit.Token) -> CellNames.Declaration? {
        let name = String(decoding: text[token.start..<token.end], as: UTF8.self)
        switch token.kind {
        case "identifier", "typeidentifier":
            return named(name, at: token.start) ?? element(token)
        case "operator":
            return ["=", "->"].contains(name) ? nil : named(name, at: token.start, isOperator: true)
        // `pair.0`
        case "number": return element(token)
        default: return nil
        }
    }

    private func named(_ name: String, at offset: Int, isOperator: Bool = false) -> CellNames.Declaration? {
        let symbols = kit.symbols(at: offset, in: program)
        guard let first = symbols.first, first.isNamed(name) else { return nil }
        // Everyone knows what `+` does to numbers.
        if isOperator, first.isOfSystem { return nil }
        let initializer = symbols.dropFirst().first { $0.kind == "constructor" }
        guard let declaration = SymbolWords.declaration(of: first) else { return nil }
        guard let initializer, let second = SymbolWords.declaration(of: initializer) else {
            return declaration
        }
        return CellNames.Declaration(
            text: declaration.text + "\n" + second.text, container: declaration.container,
            module: declaration.module, entry: declaration.entry,
            summary: declaration.summary ?? second.summary)
    }

    /// An element of a tuple, which is no declaration: the expression that ends with it has a type.
    private func element(_ token: SourceKit.Token) -> CellNames.Declaration? {
        guard token.start > 0, text[token.start - 1] == UInt8(ascii: ".") else { return nil }
        let types = types ?? kit.expressionTypes(in: program)
        self.types = types
        let whole = types.filter { $0.end == token.end && $0.start < token.start - 1 }
            .max { $0.start < $1.start }
        guard let whole,
            let owner = types.first(where: { $0.start == whole.start && $0.end == token.start - 1 }),
            owner.type.hasPrefix("("), !owner.type.contains("->"), SymbolWords.isPresentable(whole.type)
        else { return nil }
        let name = String(decoding: text[token.start..<token.end], as: UTF8.self)
        return CellNames.Declaration(text: "\(name): \(SymbolWords.spaced(whole.type))")
    }
}

/// The names of a stretch, each declaration once.
private struct DeclarationList {
    private(set) var names = CellNames()
    private var numbers: [CellNames.Declaration: Int] = [:]

    mutating func add(_ declaration: CellNames.Declaration, _ token: SourceKit.Token) {
        let number = numbers[declaration] ?? names.declarations.count
        if number == names.declarations.count {
            numbers[declaration] = number
            names.declarations.append(declaration)
        }
        names.places.append(
            CellNames.Place(offset: token.start, length: token.end - token.start, declaration: number))
    }
}

extension SourceKit.Symbol {
    /// Whether a word of the code is the symbol's name, or a label of its parameters.
    fileprivate func isNamed(_ word: String) -> Bool {
        let word = word.trimmingCharacters(in: ["`"])
        let parts = name.split(separator: "(", maxSplits: 1)
        if parts.first.map(String.init)?.trimmingCharacters(in: ["`"]) == word { return true }
        guard parts.count == 2 else { return false }
        return parts[1].dropLast().split(separator: ":").contains { $0 == word }
    }
}

extension Array {
    /// The index of the first element that is behind a border; all before it are not.
    fileprivate func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
