/// Shows where a reference leads, while the pointer or the focus is on it.
///
/// What is on the page is copied from it; what is on another page comes from the script of that page in
/// `assets/previews/`, loaded when first asked for. The pointer can move into the preview, which stays until
/// pointer or focus leave, and Escape closes it. Without scripts, and on touch, the link just works.
enum PreviewScript {
    static let javaScript = #"""
        (function () {
            var remote = window.bookPreviews = {};
            var box = null, owner = null, timer = 0;

            function linkAt(node) {
                return node.closest && node.closest("main a.reference, main a.cite, main .note-mark a");
            }
            function pageOf(link) { return link.pathname.split("/").pop(); }

            /* The piece of this page that a link leads to: with a heading goes the paragraph below it. */
            function piece(target) {
                var parts = document.createDocumentFragment();
                function add(node) { if (node) { parts.appendChild(node.cloneNode(true)); } }
                if (target.tagName === "H1") {
                    add(target.parentNode);
                } else if (/^H[2-6]$/.test(target.tagName)) {
                    var next = target.nextElementSibling;
                    add(target);
                    if (next && next.tagName === "P") { add(next); }
                } else if (target.tagName === "LI") {
                    target.childNodes.forEach(add);
                } else {
                    add(target);
                }
                return parts;
            }

            /* No name twice on the page; links within the piece lead to the page that it is from. */
            function settle(parts, page) {
                var own = ".anchor, .back, .copy, .run, .more, .cited-in, .figure-tools";
                parts.querySelectorAll(own).forEach(function (node) {
                    node.remove();
                });
                parts.querySelectorAll("*").forEach(function (node) {
                    if (node.id) { node.id = "preview-" + node.id; }
                    if (node.style && node.style.anchorName) { node.removeAttribute("style"); }
                    Array.prototype.forEach.call(node.attributes, function (attribute) {
                        var value = attribute.value;
                        if (/^aria-(labelledby|describedby)$/.test(attribute.name)) {
                            attribute.value = value.replace(/\S+/g, "preview-$&");
                        } else if (value.indexOf("url(#") >= 0) {
                            attribute.value = value.replace(/url\(#/g, "url(#preview-");
                        } else if (/href$/.test(attribute.name) && value.charAt(0) === "#") {
                            attribute.value = (node.tagName === "A" ? page : "") + (node.tagName === "A"
                                ? value : "#preview-" + value.slice(1));
                        }
                    });
                });
                parts.querySelectorAll("details").forEach(function (node) { node.open = true; });
                return parts;
            }

            /* Calls `then` with what a link leads to, now or when the script of its page is there. */
            function find(link, then) {
                var page = pageOf(link), name = decodeURIComponent(link.hash.slice(1));
                if (page === location.pathname.split("/").pop() && name) {
                    var target = document.getElementById(name);
                    // A note that stands beside the text needs no second copy.
                    if (target && getComputedStyle(target).position !== "absolute") {
                        then(settle(piece(target), ""));
                    }
                } else if (remote[page]) {
                    var template = document.createElement("template");
                    template.innerHTML = remote[page][name] || "";
                    if (template.content.firstChild) { then(settle(template.content, page)); }
                } else if (remote[page] === undefined) {
                    remote[page] = null;
                    window.bookLoad("assets/previews/" + page.replace(/\.html$/, ".js"),
                        function () { find(link, then); });
                }
            }

            function place() {
                var line = owner.getClientRects()[0], width = document.documentElement.clientWidth;
                var left = Math.max(12, Math.min(line.left - 16, width - box.offsetWidth - 12));
                var below = line.bottom + 6, above = line.top - 6 - box.offsetHeight;
                var fits = below + box.offsetHeight <= window.innerHeight || above < 0;
                box.style.left = left + window.scrollX + "px";
                box.style.top = (fits ? below : above) + window.scrollY + "px";
            }

            function show(link) {
                find(link, function (parts) {
                    if (owner !== link) { return; }
                    box = document.createElement("aside");
                    box.className = "preview";
                    box.tabIndex = 0;
                    box.setAttribute("aria-label", "Preview of " + link.textContent);
                    box.appendChild(parts);
                    document.body.appendChild(box);
                    place();
                });
            }

            function hide() {
                clearTimeout(timer);
                if (box) { box.remove(); }
                box = owner = null;
            }

            function ask(link) {
                clearTimeout(timer);
                if (link === owner) { return; }
                timer = setTimeout(function () {
                    hide();
                    owner = link;
                    show(link);
                }, 300);
            }

            function leave() {
                clearTimeout(timer);
                if (owner !== document.activeElement) { timer = setTimeout(hide, 300); }
            }

            document.addEventListener("pointerover", function (event) {
                if (event.pointerType === "touch") { return; }
                var link = linkAt(event.target);
                if (link) {
                    ask(link);
                } else if (box && box.contains(event.target)) {
                    clearTimeout(timer);
                } else {
                    leave();
                }
            });
            document.addEventListener("focusin", function (event) {
                var link = linkAt(event.target);
                if (link && link.matches(":focus-visible")) {
                    ask(link);
                } else if (!box || !box.contains(event.target)) {
                    hide();
                }
            });
            document.addEventListener("focusout", function (event) {
                if (!box || !box.contains(event.relatedTarget)) { hide(); }
            });
            document.addEventListener("keydown", function (event) {
                if (event.key === "Escape") { hide(); }
            });
        })();

        """#
}
