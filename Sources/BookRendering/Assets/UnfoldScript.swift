/// Opens what is cut from view when the browser's own search finds something in it, which scrolls the box to it.
///
/// A link to words of the page does so too while the page loads; there the browser goes on to look for the place, and
/// the box is left as it is.
enum UnfoldScript {
    static let javaScript = #"""
        (function () {
            function unfold(event) {
                var box = event.target, isLong = box.parentNode && box.parentNode.classList
                    && box.parentNode.classList.contains("long");
                var more = isLong && box.parentNode.querySelector(".more");
                if (!more || more.open || box.scrollTop === 0) { return; }
                // What was found stays where it is: the page moves by what the box had moved, and by nothing else.
                var moved = box.scrollTop, page = document.documentElement;
                page.style.overflowAnchor = "none";
                more.open = true;
                window.scrollBy({ top: moved, behavior: "instant" });
                setTimeout(function () { page.style.overflowAnchor = ""; }, 300);
            }

            window.addEventListener("load", function () {
                setTimeout(function () { document.addEventListener("scroll", unfold, true); }, 1000);
            });
        })();

        """#
}
