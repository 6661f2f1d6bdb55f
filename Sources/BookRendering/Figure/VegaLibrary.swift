import Foundation

/// The script that draws figures again in a reader's browser: Vega, Vega-Lite and what brings them into a page, as
/// the converter carries them. Made once, which takes 3 s, then kept in the store.
final class VegaLibrary {
    static let path = "assets/vega.js"

    private let python: URL?
    private let store: RenderingStore
    private let preparation: FigurePreparation

    init(python: URL?, store: RenderingStore, preparation: FigurePreparation) {
        self.python = python
        self.store = store
        self.preparation = preparation
    }

    /// The script; `nil` when the converter is missing or does not give it.
    private(set) lazy var script: String? = made()

    private func made() -> String? {
        guard let python, let version = FigureConverter.version(of: python) else { return nil }
        let key = [version, VegaLibraryScript.source]
        return try? store.text("vega", for: key) { () throws(Missing) -> String in
            guard let script = preparation.library(python: python) else { throw Missing() }
            return script
        }
    }

    /// What the closer look loads besides the script of its page, by their paths.
    var files: [String: [UInt8]] {
        guard let script else { return [:] }
        return [Self.path: Array(script.utf8), LookScript.path: Array(LookScript.javaScript.utf8)]
    }

    /// Starts to make the script where the store lacks it. Does not wait.
    static func prepare(python: URL, store: RenderingStore, _ preparation: FigurePreparation) {
        guard let version = FigureConverter.version(of: python),
            !store.has("vega", for: [version, VegaLibraryScript.source])
        else { return }
        preparation.beginLibrary(python: python)
    }

    private struct Missing: Error {}
}

/// The Python that gives the script, as one JSON line.
enum VegaLibraryScript {
    /// The converter's bundle is a module, and a page opened from a file can only load scripts; it also names a
    /// default export of Vega-Lite that is not there, in the place of what Vega-Lite exports.
    static let source = #"""
        import json, re
        try:
            import vl_convert
            bundle = vl_convert.javascript_bundle(vl_version="5.21")
            found = re.findall(r"const __default1=null;const (\w+)=function\(\)\{return\{", bundle)
            if len(found) != 1 or bundle.count("window.vegaLite=__default1;") != 1:
                raise ValueError("the bundle is not the one that was expected")
            bundle = bundle.replace("window.vegaLite=__default1;", "window.vegaLite=" + found[0] + ";")
            print(json.dumps({"library": "(function () {\"use strict\";" + bundle + "})();\n"}), flush=True)
        except Exception as error:
            print(json.dumps({"missing": str(error)}), flush=True)
        """#
}
