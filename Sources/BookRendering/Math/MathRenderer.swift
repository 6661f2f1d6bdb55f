import Foundation

/// Formulas in TeX to HTML with MathML, by KaTeX.
final class MathRenderer {
    /// What KaTeX says against a formula.
    struct Rejection: Error {
        let message: String
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
        let key = [KaTeXScript.renderFunction, scriptKey, isDisplay ? "display" : "line", tex]
        let markup = try store.text("formula", for: key) { () throws(Rejection) -> String in
            let engine = try started()
            do throws(JavaScriptEngine.Failure) {
                return try engine.call("renderFormula", tex, isDisplay ? "display" : "")
            } catch {
                throw Rejection(message: Self.words(of: error.message))
            }
        }
        return HTML(trusted: markup)
    }

    /// Names the KaTeX that renders.
    private(set) lazy var scriptKey: String = RenderingStore.hash([script ?? ""])

    /// KaTeX's message without its prefix and without the underlines that it puts below the wrong place.
    private static func words(of message: String) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: message.unicodeScalars.filter { $0.value != 0x0332 })
        let text = String(scalars)
        for prefix in ["ParseError: KaTeX parse error: ", "KaTeX parse error: "] where text.hasPrefix(prefix)
        {
            return String(text.dropFirst(prefix.count))
        }
        return text
    }
}
