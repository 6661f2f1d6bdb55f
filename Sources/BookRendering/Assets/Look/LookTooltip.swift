/// The values of what the pointer is on.
enum LookTooltip {
    static let javaScript = #"""
        function Tooltip(stage) {
            this.box = element("div", { "class": "look-tip", "aria-hidden": "true", hidden: "" });
            stage.appendChild(this.box);
        }

        Tooltip.prototype.handle = function (event, value) {
            if (value === null || value === undefined || value === "") { this.hide(); return; }
            var list = element("dl", {}), names = typeof value === "object" ? Object.keys(value) : [];
            names.slice(0, 12).forEach(function (name) {
                list.appendChild(element("div", {}, [
                    element("dt", {}, name), element("dd", {}, shown(value[name]).slice(0, 200))
                ]));
            });
            if (!names.length) { list.appendChild(element("dd", {}, String(value).slice(0, 200))); }
            this.box.replaceChildren(list);
            this.box.hidden = false;
            var room = this.box.offsetParent.getBoundingClientRect(), own = this.box.getBoundingClientRect();
            var left = event.clientX - room.left + 14, top = event.clientY - room.top + 14;
            if (left + own.width > room.width) { left = Math.max(0, left - own.width - 28); }
            if (top + own.height > room.height) { top = Math.max(0, top - own.height - 28); }
            this.box.style.left = left + "px";
            this.box.style.top = top + "px";
        };

        Tooltip.prototype.hide = function () { this.box.hidden = true; };

        """#
}
