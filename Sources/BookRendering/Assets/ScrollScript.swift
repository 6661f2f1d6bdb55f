/// Boxes that do not have to scroll, at the width that the page has now, are no stops for the keyboard.
///
/// Where scripts do not run, each box that may have to scroll is one.
enum ScrollScript {
    static let javaScript = #"""
        if (window.ResizeObserver) {
            (function () {
                var boxes = document.querySelectorAll("main [role=group][tabindex]");
                function look(box) {
                    if (box.scrollWidth > box.clientWidth + 1) {
                        box.tabIndex = 0;
                    } else if (box !== document.activeElement) {
                        box.removeAttribute("tabindex");
                    }
                }
                var observer = new ResizeObserver(function (entries) {
                    entries.forEach(function (entry) { look(entry.target); });
                });
                boxes.forEach(function (box) { observer.observe(box); });
                /* Other letters make what is in a box wider, but not the box. */
                if (document.fonts) { document.fonts.ready.then(function () { boxes.forEach(look); }); }
            })();
        }

        """#
}
