import Foundation

/// Formulas in TeX to HTML with MathML, by KaTeX.
final class MathRenderer {
    /// What KaTeX says against a formula.
    struct Rejection: Error {
        let message: String
        /// What is wrong, in UTF-16 units of the formula; `nil` where KaTeX does not tell.
        var place: Range<Int>?
    }

    private let folder: URL
    private let store: RenderingStore
    private var engine: JavaScriptEngine?
    private var script: String?

    init(folder: URL, store: RenderingStore) {
        self.folder = folder
        self.store = store
    }

    var scriptFile: URL { folder.appending(path: "katex.js") }

    /// Whether KaTeX can be read; tells what is missing where it cannot.
    func prepare() throws(RenderingError) {
        guard script == nil else { return }
        guard let text = try? String(contentsOf: scriptFile, encoding: .utf8) else {
            throw RenderingError.missingKaTeX(file: scriptFile.path)
        }
        script = text
    }

    /// Whether KaTeX starts. It takes 70 ms, so that formulas in the store never ask.
    private func started() throws(Rejection) -> JavaScriptEngine {
        if let engine { return engine }
        guard let script, let engine = JavaScriptEngine() else {
            throw Rejection(message: "KaTeX is not there")
        }
        do throws(JavaScriptEngine.Failure) {
            try engine.run(KaTeXScript.polyfills)
            try engine.run(script)
            try engine.run(KaTeXScript.renderFunction)
        } catch {
            throw Rejection(message: "KaTeX does not start: \(error.message)")
        }
        self.engine = engine
        return engine
    }

    /// The formula as markup.
    func html(_ tex: String, isDisplay: Bool) throws(Rejection) -> HTML {
        if let place = tex.unicodeScalars.firstIndex(where: Directions.set) {
            let offset = tex.utf16.distance(from: tex.startIndex, to: place)
            let code = String(tex.unicodeScalars[place].value, radix: 16, uppercase: true)
            throw Rejection(
                message: "a formula cannot set the direction of text, as U+\(code) does",
                place: offset..<offset + 1)
        }
        let key = [KaTeXScript.renderFunction, scriptKey, isDisplay ? "display" : "line", tex]
        let markup = try store.text("formula", for: key) { () throws(Rejection) -> String in
            let engine = try started()
            do throws(JavaScriptEngine.Failure) {
                return try engine.call("renderFormula", tex, isDisplay ? "display" : "")
            } catch {
                throw Self.rejection(error.message)
            }
        }
        return HTML(trusted: markup)
    }

    /// Names the KaTeX that renders.
    private(set) lazy var scriptKey: String = RenderingStore.hash([script ?? ""])

    /// What `renderFormula` threw.
    private static func rejection(_ thrown: String) -> Rejection {
        let words = thrown.replacing("\n", with: " ")
        guard let found = words.prefixMatch(of: /FAULT (?:(\d+) (\d+) )?/) else {
            return Rejection(message: words)
        }
        let message = String(words[found.range.upperBound...])
        guard let start = found.output.1.flatMap({ Int($0) }),
            let length = found.output.2.flatMap({ Int($0) })
        else { return Rejection(message: message) }
        return Rejection(message: message, place: start..<start + max(length, 1))
    }
}
