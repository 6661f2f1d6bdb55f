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

    /// `renderFormula` gives the markup. What it throws at a formula begins with `FAULT` and, where KaTeX tells the
    /// place, with its offset and length in UTF-16 units: `FAULT 4 5 Undefined control sequence: \nope`.
    static let renderFunction = #"""
        var formulaLeaves = { mi: true, mn: true, mo: true, ms: true, mtext: true };

        /* Whether a part of MathML holds text and rows only. */
        function holdsOnlyText(node) {
            return !node.children || ((formulaLeaves[node.type] || node.type === "mrow" || node.type === "mspace")
                && node.children.every(holdsOnlyText));
        }

        /* KaTeX puts rows into operators, as for \bmod, where MathML has text only: the operator gets the text of
           the row, or becomes a row where that has more than letters. */
        function correctMathML(node) {
            if (!node.children) { return; }
            if (formulaLeaves[node.type] && node.children.some(function (child) { return child.children; })) {
                if (node.children.every(holdsOnlyText)) {
                    var text = node.toText();
                    node.children = [{
                        toText: function () { return text; },
                        toMarkup: function () {
                            return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
                        }
                    }];
                } else {
                    node.type = "mrow";
                    node.attributes = {};
                }
            }
            node.children.forEach(correctMathML);
        }

        function describeFault(error, tex) {
            if (error && error.name === "RangeError") { return "FAULT the formula is nested too deeply"; }
            if (!error || error.name !== "ParseError") { return error; }
            var message = String(error.message).replace(/^KaTeX parse error: /, "");
            var plain = message.replace(/\u0332/g, ""), start = error.position;
            var place = / at (?:position \d+|end of input): /.exec(plain);
            /* Within the text of a macro, the position is not one in the formula. */
            var before = start > 15 ? "\u2026" + tex.slice(start - 15, start) : tex.slice(0, start);
            if (!place || plain.substr(place.index + place[0].length, before.length) !== before) {
                return "FAULT " + plain;
            }
            var length = message.length - plain.length;
            return "FAULT " + start + " " + length + " " + plain.slice(0, place.index);
        }

        function renderFormula(tex, mode) {
            try {
                var tree = katex.__renderToDomTree(tex, {
                    displayMode: mode === "display", output: "htmlAndMathml", throwOnError: true,
                    strict: "ignore", maxSize: 40, maxExpand: 1000,
                    trust: function (context) {
                        var command = context.command, start = tex.indexOf(command);
                        throw "FAULT " + (start < 0 ? "" : start + " " + command.length + " ") + "'" + command
                            + "' is not allowed: formulas have no links, pictures, names or styles of their own";
                    }
                });
                correctMathML(tree);
                return tree.toMarkup();
            } catch (error) {
                throw describeFault(error, tex);
            }
        }
        """#
}
