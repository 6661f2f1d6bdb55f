/// The JavaScript around KaTeX: what Duktape lacks, and the one function that the engine calls.
enum KaTeXScript {
    static let polyfills = #"""
        if (!Array.prototype.fill) {
            Object.defineProperty(Array.prototype, "fill", {
                configurable: true, writable: true,
                value: function (value, start, end) {
                    var last = end === undefined ? this.length : end;
                    for (var i = start || 0; i < last; i++) { this[i] = value; }
                    return this;
                }
            });
        }
        if (!String.prototype.repeat) {
            Object.defineProperty(String.prototype, "repeat", {
                configurable: true, writable: true,
                value: function (count) { return new Array(count + 1).join(this); }
            });
        }
        """#

    static let renderFunction = #"""
        function renderFormula(tex, mode) {
            return katex.renderToString(tex, {
                displayMode: mode === "display", output: "htmlAndMathml", throwOnError: true,
                strict: "ignore",
                trust: false, maxSize: 40, maxExpand: 1000
            });
        }
        """#
}
