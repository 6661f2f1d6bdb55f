/// Makes of a figure's specification the one that is looked at: in the page's colours, as large as there is room,
/// with the values of what the pointer is on.
enum LookSpecification {
    static let javaScript = #"""
        /* Our colours of the light theme, wherever they stand, as those of the theme that the page has now. */
        function themed(value) {
            var style = getComputedStyle(document.documentElement);
            return JSON.parse(JSON.stringify(value), function (name, text) {
                var property = typeof text === "string" && COLOURS[text.toLowerCase()];
                return property ? style.getPropertyValue(property).trim() || text : text;
            });
        }

        function inner(view) {
            return [].concat(view.layer || [], view.concat || [], view.hconcat || [], view.vconcat || [],
                view.spec || []);
        }

        /* Pictures made of pixels keep their shape; other figures may become wider than they are high. */
        function keepsShape(view) {
            var encoding = view.encoding || {};
            return !!(encoding.x && encoding.x.axis === null && encoding.y && encoding.y.axis === null)
                || inner(view).some(keepsShape);
        }

        function size(view, across, down) {
            if (typeof view.width === "number") { view.width = Math.max(40, Math.round(view.width * across)); }
            if (typeof view.height === "number") { view.height = Math.max(40, Math.round(view.height * down)); }
            inner(view).forEach(function (part) { size(part, across, down); });
        }

        function merged(above, below) {
            var result = {}, name;
            for (name in above) { result[name] = above[name]; }
            for (name in below) { result[name] = below[name]; }
            return result;
        }

        /* Lines have values only at their points, so these are there for the pointer, unseen. */
        function withValues(view, above) {
            var encoding = merged(above, view.encoding || {}), mark = view.mark;
            inner(view).forEach(function (part) { withValues(part, encoding); });
            if (!mark) { return; }
            if (typeof mark === "string") { mark = view.mark = { type: mark }; }
            if (/^(line|area|trail)$/.test(mark.type) && mark.point === undefined) { mark.point = "transparent"; }
            if (encoding.tooltip !== undefined || mark.tooltip !== undefined) { return; }
            view.transform = view.transform || [];
            var shown = Object.keys(encoding).map(function (channel) {
                var from = encoding[channel], end = encoding[channel + "2"], title, field;
                if (!from || !from.field || channel === "order" || /2$/.test(channel)) { return null; }
                title = from.title || from.axis && from.axis.title || from.field;
                if (!end || !end.field || end.field === "base" || from.type === "nominal") {
                    return { field: from.field, type: from.type || "quantitative", title: title };
                }
                field = "look_" + channel;
                view.transform.push({ calculate: number(from.field) + " + ' to ' + " + number(end.field), as: field });
                return { field: field, type: "nominal", title: title };
            }).filter(Boolean);
            var name = (encoding.color || encoding.fill || encoding.stroke || {}).datum;
            if (typeof name === "string") {
                view.transform.push({ calculate: JSON.stringify(name), as: "look_series" });
                shown.unshift({ field: "look_series", type: "nominal", title: "series" });
            }
            if (shown.length) {
                view.encoding = view.encoding || {};
                view.encoding.tooltip = shown;
            } else {
                mark.tooltip = null;
            }
        }

        function number(field) { return "format(datum[" + JSON.stringify(field) + "], '.6~g')"; }

        /* The specification for Vega: `across` and `down` say by how much it is larger than on the page. */
        function compiled(figure, across, down) {
            var spec = themed(figure.spec), config = themed(CONFIG), vega, quiet = {};
            delete spec.title;
            size(spec, across, down);
            withValues(spec, {});
            config.font = getComputedStyle(document.body).getPropertyValue("--sans").trim() || config.font;
            ["level", "error", "warn", "info", "debug"].forEach(function (name) {
                quiet[name] = function () { return quiet; };
            });
            vega = window.vegaLite.compile(spec, { config: config, logger: quiet }).spec;
            delete vega.$schema;
            delete vega.usermeta;
            return vega;
        }

        /* Nothing is loaded for a figure, whatever its specification says. */
        var loader = {};
        ["load", "sanitize", "http", "file"].forEach(function (name) {
            loader[name] = function () { return Promise.reject(new Error("nothing is loaded for a figure")); };
        });

        """#
}
