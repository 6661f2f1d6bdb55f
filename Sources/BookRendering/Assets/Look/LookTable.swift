/// The values of a figure as a table, which needs neither a pointer nor eyes.
enum LookTable {
    static let javaScript = #"""
        function element(name, attributes, content) {
            var made = document.createElement(name), attribute;
            for (attribute in attributes) { made.setAttribute(attribute, attributes[attribute]); }
            [].concat(content || []).forEach(function (part) {
                made.appendChild(typeof part === "string" ? document.createTextNode(part) : part);
            });
            return made;
        }

        function shown(value) {
            if (typeof value === "number") { return String(Number(value.toPrecision(6))); }
            return value === null || value === undefined ? "" : String(value);
        }

        function grouped(count) { return String(count).replace(/\B(?=(\d{3})+$)/g, ","); }

        /* The table, and where it is cut the words that say so and lead to the file with everything. */
        function values(table, file) {
            if (!table.count) { return null; }
            var numeric = table.columns.map(function (name, place) {
                return table.rows.every(function (row) { return row[place] === null || typeof row[place] === "number"; });
            });
            var head = element("tr", {}, table.columns.map(function (name, place) {
                return element("th", numeric[place] ? { scope: "col", "class": "number" } : { scope: "col" }, name);
            }));
            var rows = table.rows.map(function (row) {
                return element("tr", {}, row.map(function (value, place) {
                    return element("td", numeric[place] ? { "class": "number" } : {}, shown(value));
                }));
            });
            var cut = table.rows.length < table.count;
            var words = cut ? "The first " + grouped(table.rows.length) + " of " + grouped(table.count) + " rows, "
                : grouped(table.count) + (table.count === 1 ? " row, " : " rows, ");
            var note = element("p", { "class": "look-count" }, words + "to six digits. ");
            if (file) {
                var link = file.cloneNode(true);
                link.textContent = cut ? "All of them as CSV" : "As CSV, with all digits";
                note.appendChild(link);
            }
            return element("section", { "class": "look-values", "aria-labelledby": "look-values" }, [
                element("h3", { id: "look-values" }, "Values"), note,
                element("div", { "class": "look-rows", tabindex: "0", role: "group", "aria-label": "Table of values" },
                    element("table", { "aria-labelledby": "look-values" }, [
                        element("thead", {}, head), element("tbody", {}, rows)
                    ]))
            ]);
        }

        """#
}
