/// Moves through a figure along its axes: each one of numbers follows a signal that holds what part of it is shown.
enum LookZoom {
    static let javaScript = #"""
        var LEAST = 1 / 2000;

        /* Lets the axes of numbers follow signals. Returns their scales, by name and letter. */
        function freed(vega) {
            var axes = [];
            vega.signals = vega.signals || [];
            (vega.scales || []).forEach(function (scale) {
                var letter = /(?:^|_)([xy])$/.exec(scale.name);
                if (!letter || scale.domainRaw || !/^(linear|log|pow|sqrt|symlog|time|utc)$/.test(scale.type)) { return; }
                var signal = "look_" + scale.name;
                scale.domainRaw = { signal: signal };
                vega.signals.push({ name: signal, value: null });
                axes.push({ scale: scale.name, letter: letter[1], signal: signal });
            });
            axes.sort(function (one, other) { return one.letter < other.letter ? -1 : one.letter > other.letter ? 1 : 0; });
            if (axes.length) {
                vega.signals.push({ name: "look_closer", value: false });
                clip(vega.marks || []);
            }
            return axes;
        }

        /* Marks end at the axes once a part is shown. */
        function clip(marks) {
            marks.forEach(function (mark) {
                if (mark.type === "group") { clip(mark.marks || []); }
                else if (!mark.clip) { mark.clip = { signal: "look_closer" }; }
            });
        }

        function Zoom(view, axes) {
            this.view = view;
            this.axes = axes;
            axes.forEach(function (axis) { axis.home = view.scale(axis.scale).domain().map(Number); });
        }

        /* The plot at a place, with the place in it. In a grid, each plot has axes of its own, or all share them. */
        Zoom.prototype.plotAt = function (x, y) {
            var origin = this.view.origin(), root = this.view.scenegraph().root.items[0], found = null;
            x -= origin[0];
            y -= origin[1];
            root.items.forEach(function (mark) {
                if (mark.marktype !== "group" || !/_group$/.test(mark.name || "")) { return; }
                mark.items.forEach(function (item) {
                    if (x >= item.x && x <= item.x + item.width && y >= item.y && y <= item.y + item.height) {
                        found = { prefix: mark.name.replace(/group$/, ""), x: x - item.x, y: y - item.y };
                    }
                });
            });
            return found || { prefix: "", x: x, y: y };
        };

        Zoom.prototype.axesOf = function (plot) {
            return this.axes.filter(function (axis) {
                return !plot || axis.scale.length === 1 || !/^(concat|child)_/.test(axis.scale)
                    || (plot.prefix && axis.scale.indexOf(plot.prefix) === 0);
            });
        };

        /* Shows of an axis what lies between two places in pixels, within what the figure shows as a whole. */
        Zoom.prototype.show = function (axis, from, to) {
            var scale = this.view.scale(axis.scale);
            var ends = axis.home.map(function (value) { return scale(value); });
            var low = Math.min(ends[0], ends[1]), high = Math.max(ends[0], ends[1]);
            var start = Math.min(from, to), length = Math.abs(to - from);
            if (length >= (high - low) * 0.999) { this.view.signal(axis.signal, null); return; }
            if (length < (high - low) * LEAST) { return; }
            start = Math.max(low, Math.min(start, high - length));
            var range = [scale.invert(start), scale.invert(start + length)].map(Number);
            if (!range.every(isFinite) || range[0] === range[1]) { return; }
            if (ends[0] > ends[1]) { range.reverse(); }
            this.view.signal(axis.signal, range);
        };

        Zoom.prototype.by = function (factor, plot) {
            this.axesOf(plot).forEach(function (axis) {
                var range = this.view.scale(axis.scale).range();
                var middle = plot ? plot[axis.letter] : (range[0] + range[1]) / 2;
                this.show(axis, middle + (range[0] - middle) / factor, middle + (range[1] - middle) / factor);
            }, this);
            return this.run();
        };

        Zoom.prototype.move = function (across, down, plot) {
            this.axesOf(plot).forEach(function (axis) {
                var range = this.view.scale(axis.scale).range();
                var shift = axis.letter === "x" ? across : down;
                if (this.view.signal(axis.signal)) { this.show(axis, range[0] + shift, range[1] + shift); }
            }, this);
            return this.run();
        };

        Zoom.prototype.all = function () {
            this.axes.forEach(function (axis) { this.view.signal(axis.signal, null); }, this);
            return this.run();
        };

        Zoom.prototype.isWhole = function () {
            return this.axes.every(function (axis) { return !this.view.signal(axis.signal); }, this);
        };

        Zoom.prototype.run = function () {
            this.view.signal("look_closer", !this.isWhole());
            return this.view.runAsync();
        };

        /* What is shown, to be shown again in a view of another size. */
        Zoom.prototype.state = function () {
            return this.axes.map(function (axis) { return this.view.signal(axis.signal); }, this);
        };

        Zoom.prototype.restore = function (state) {
            this.axes.forEach(function (axis, place) { this.view.signal(axis.signal, state[place] || null); }, this);
            return this.run();
        };

        Zoom.prototype.words = function () {
            if (this.isWhole()) { return "All of the figure is shown."; }
            var seen = {};
            return this.axes.map(function (axis) {
                var range = this.view.signal(axis.signal);
                var words = range && axis.letter + " from " + short(range[0]) + " to " + short(range[1]);
                if (!words || seen[words]) { return ""; }
                seen[words] = true;
                return words;
            }, this).filter(Boolean).slice(0, 4).join(", ") + ".";
        };

        function short(value) { return String(Number(Number(value).toPrecision(3))); }

        """#
}
