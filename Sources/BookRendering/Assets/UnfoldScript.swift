/// Opens what is cut from view when something in it is found: the browser's search, or a link, scrolls the box to it.
enum UnfoldScript {
    static let javaScript = #"""
        document.addEventListener("scroll", function (event) {
            var box = event.target, isLong = box.parentNode && box.parentNode.classList
                && box.parentNode.classList.contains("long");
            var more = isLong && box.parentNode.querySelector(".more");
            if (!more || more.open || box.scrollTop === 0) { return; }
            var moved = box.scrollTop;
            more.open = true;
            window.scrollBy(0, moved);
        }, true);

        """#
}
