/// Marks the section that is being read in the contents beside the text, and keeps it in sight there.
enum ContentsScript {
    static let javaScript = #"""
        (function () {
            var nav = document.querySelector("nav.contents");
            var current = nav && nav.querySelector("[aria-current=page]");
            if (!current) { return; }
            var sections = Array.prototype.map.call(nav.querySelectorAll(".sections a"), function (link) {
                return { link: link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) };
            }).filter(function (section) { return section.heading; });
            var marked = null, waiting = false;

            /* Scrolls the contents, never the page. */
            function keepInSight(link) {
                var box = nav.getBoundingClientRect(), line = link.getBoundingClientRect(), room = box.height / 6;
                if (nav.scrollHeight > nav.clientHeight
                    && (line.top < box.top + room || line.bottom > box.bottom - room)) {
                    nav.scrollTop += line.top - box.top - box.height / 3;
                }
            }

            function mark() {
                waiting = false;
                var reached = null;
                sections.forEach(function (section) {
                    if (section.heading.getBoundingClientRect().top < window.innerHeight / 3) { reached = section; }
                });
                if (reached === marked) { return; }
                if (marked) { marked.link.removeAttribute("aria-current"); }
                marked = reached;
                if (marked) { marked.link.setAttribute("aria-current", "true"); }
                keepInSight(marked ? marked.link : current);
            }

            document.addEventListener("scroll", function () {
                if (!waiting) { waiting = true; requestAnimationFrame(mark); }
            }, { passive: true });
            keepInSight(current);
            mark();
        })();

        """#
}
