import CSourceKit

extension SourceKit {
    /// A program of one file, as the compiler is told it.
    package struct Program: Sendable {
        package let path: String
        /// The options of the compiler, without the file.
        package let options: [String]

        package init(path: String, options: [String]) {
            self.path = path
            self.options = options
        }
    }

    /// What a name stands for.
    package struct Symbol: Sendable {
        /// `activate(_:with:)`.
        package let name: String
        /// The last word of its kind: `struct`, `local`, `constructor`.
        package let kind: String
        /// The mangled name behind `s:`.
        package let identifier: String
        /// The declaration, in the compiler's markup.
        package let declaration: String
        /// The comment at the declaration, in the compiler's markup; empty where there is none.
        package let documentation: String
        package let module: String
        /// Whether it belongs to the toolchain or the system.
        package let isOfSystem: Bool
    }

    /// The type of an expression of a program, in UTF-8 bytes.
    package struct ExpressionType: Hashable, Sendable {
        package let start: Int
        package let end: Int
        package let type: String
    }

    /// Makes the library check a program as a whole, so that what is asked next is answered from it. Asked about a name
    /// first, it would look at the surroundings of the name alone, and only then at the program: twice the time.
    package func prepare(_ program: Program) {
        _ = answer("source.request.variable.type", program, [:]) { _ in true }
    }

    /// What the name at an offset stands for, then what else it does there: a type that is called is its initialiser
    /// too. Empty where the compiler knows nothing.
    package func symbols(at offset: Int, in program: Program) -> [Symbol] {
        answer("source.request.cursorinfo", program, ["offset": offset]) { response in
            var symbols = symbol(response).map { [$0] } ?? []
            for other in elements("secondary_symbols", of: response) {
                symbol(other).map { symbols.append($0) }
            }
            return symbols
        } ?? []
    }

    /// The types of all expressions of a program.
    package func expressionTypes(in program: Program) -> [ExpressionType] {
        answer("source.request.expression.type", program, [:]) { response in
            elements("expression_type_list", of: response).compactMap { entry in
                guard let type = text("expression_type", of: entry),
                    let start = integer("expression_offset", of: entry),
                    let length = integer("expression_length", of: entry)
                else { return nil }
                return ExpressionType(start: start, end: start + length, type: type)
            }
        } ?? []
    }

    private func symbol(_ entry: SourceKitLibrary.Variant) -> Symbol? {
        guard let name = text("name", of: entry), let usr = text("usr", of: entry),
            let declaration = text("fully_annotated_decl", of: entry), let kindKey = library.uid("key.kind"),
            let kind = library.kind(entry, kindKey).flatMap(library.uidText)
        else { return nil }
        return Symbol(
            name: name, kind: String(cString: kind).split(separator: ".").last.map(String.init) ?? "",
            identifier: usr, declaration: declaration,
            documentation: text("doc.full_as_xml", of: entry) ?? "",
            module: text("modulename", of: entry) ?? "",
            isOfSystem: library.uid("key.is_system").map { library.flag(entry, $0) } ?? false)
    }

    // MARK: - Requests and answers

    private func answer<Answer>(
        _ name: String, _ program: Program, _ integers: [String: Int],
        _ read: (SourceKitLibrary.Variant) -> Answer
    ) -> Answer? {
        guard let request = library.makeDictionary(nil, nil, 0), let options = library.makeArray(nil, 0),
            let requestKey = library.uid("key.request"), let requestName = library.uid(name),
            let file = library.uid("key.sourcefile"), let arguments = library.uid("key.compilerargs")
        else { return nil }
        defer { library.release(request) }
        defer { library.release(options) }
        library.setUID(request, requestKey, requestName)
        library.setString(request, file, program.path, program.path.utf8.count)
        for option in program.options + [program.path] { library.addString(options, -1, option) }
        library.setValue(request, arguments, options)
        for (key, value) in integers {
            if let key = library.uid("key." + key) { library.setInteger(request, key, Int64(value)) }
        }
        guard let response = library.send(request) else { return nil }
        defer { library.dispose(response) }
        return library.isError(response) ? nil : read(library.value(response))
    }

    private func text(_ key: String, of entry: SourceKitLibrary.Variant) -> String? {
        library.uid("key." + key).flatMap { library.text(entry, $0) }.map { String(cString: $0) }
    }

    private func integer(_ key: String, of entry: SourceKitLibrary.Variant) -> Int? {
        library.uid("key." + key).map { Int(library.integer(entry, $0)) }
    }

    private func elements(_ key: String, of entry: SourceKitLibrary.Variant) -> [SourceKitLibrary.Variant] {
        guard let key = library.uid("key." + key) else { return [] }
        let array = library.child(entry, key)
        guard library.type(array) == 2 else { return [] }
        return (0..<library.count(array)).map { library.element(array, $0) }
    }
}
