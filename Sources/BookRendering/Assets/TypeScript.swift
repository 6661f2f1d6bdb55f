/// Shows what a name in a cell's code stands for, while the pointer is on it, and name by name with the keyboard.
///
/// The code has no marks for names: where they stand is in the script of the page in `assets/types/`, which is loaded
/// when a reader first comes near, and the browser says which letter is under the pointer. A button at each cell steps
/// through its names, by clicks and by the arrow keys; Escape closes what is shown.
enum TypeScript {
    static let javaScript = data + names + box + pointer + keys

    private static let data = #"""
        (function () {
            window.bookTypes = {};
            var boxes = document.querySelectorAll(".code[data-types]"), waiting = null;
            if (!boxes.length) { return; }

            function page() { return location.pathname.split("/").pop(); }

            /* Calls `then` with the types of the page, once they are there. */
            function load(then) {
                var known = window.bookTypes[page()];
                if (known) { then(known); return; }
                if (waiting) { waiting.push(then); return; }
                waiting = [then];
                window.bookLoad("assets/types/" + page().replace(/\.html$/, ".js"), function () {
                    var types = window.bookTypes[page()];
                    waiting.forEach(function (then) { if (types) { then(types); } });
                }, function () { waiting = null; });
            }

        """#

    /// Where the names of a cell stand.
    private static let names = #"""
            /* The names of a box: where each begins and ends in the text of the code, and what it stands for. */
            function namesOf(box, types) {
                if (box.bookNames) { return box.bookNames; }
                var list = types.cells[box.closest(".cell").id] || [], names = [], end = 0;
                for (var i = 0; i + 2 < list.length; i += 3) {
                    var start = end + list[i];
                    end = start + list[i + 1];
                    names.push({ start: start, end: end, about: types.names[list[i + 2]] });
                }
                box.bookNames = names;
                return names;
            }

            /* The place in the text of a node and an offset in it; the other way round with `find`. */
            function walk(code, found) {
                var walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT), before = 0, node;
                while ((node = walker.nextNode())) {
                    if (found(node, before)) { return; }
                    before += node.length;
                }
            }

            function rangeOf(code, name) {
                var range = document.createRange();
                walk(code, function (node, before) {
                    if (before <= name.start && name.start < before + node.length) {
                        range.setStart(node, name.start - before);
                    }
                    if (before < name.end && name.end <= before + node.length) {
                        range.setEnd(node, name.end - before);
                        return true;
                    }
                });
                return range;
            }

            function caretAt(x, y) {
                if (document.caretPositionFromPoint) {
                    var position = document.caretPositionFromPoint(x, y);
                    return position && { node: position.offsetNode, offset: position.offset };
                }
                var range = document.caretRangeFromPoint && document.caretRangeFromPoint(x, y);
                return range && { node: range.startContainer, offset: range.startOffset };
            }

            /* The name of the code under a point of the window. */
            function nameAt(code, names, x, y) {
                var caret = caretAt(x, y), found = null;
                if (!caret || !code.contains(caret.node)) { return null; }
                walk(code, function (node, before) {
                    if (node !== caret.node) { return false; }
                    var place = before + caret.offset;
                    names.forEach(function (name) {
                        if (found || place < name.start || place > name.end) { return; }
                        var rects = rangeOf(code, name).getClientRects();
                        Array.prototype.forEach.call(rects, function (rect) {
                            if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) {
                                found = name;
                            }
                        });
                    });
                    return true;
                });
                return found;
            }

        """#

    /// What is shown, and where.
    private static let box = #"""
            var shown = null, timer = 0, words = document.createElement("div");
            words.className = "types-words";
            words.setAttribute("role", "status");
            document.body.appendChild(words);

            var classes = { "\u0001": "k", "\u0002": "t" };

            /* A declaration, with its keywords and types in their colours. */
            function declaration(text) {
                var code = document.createElement("code");
                text.split(/([\u0001\u0002][^\u0003]*\u0003)/).forEach(function (part) {
                    var kind = classes[part.charAt(0)];
                    if (!kind) { code.appendChild(document.createTextNode(part)); return; }
                    var span = document.createElement("span");
                    span.className = kind;
                    span.textContent = part.slice(1, -1);
                    code.appendChild(span);
                });
                return code;
            }

            function paragraph(name, text, box) {
                if (!text) { return null; }
                var line = document.createElement("p");
                line.className = name;
                line.textContent = text;
                box.appendChild(line);
                return line;
            }

            function fill(box, about) {
                var pre = document.createElement("pre");
                about[0].split("\n").forEach(function (line) { pre.appendChild(declaration(line)); });
                box.appendChild(pre);
                paragraph("types-summary", about[2], box);
                var line = paragraph("types-origin", about[1], box);
                if (!line || !about[3]) { return; }
                var link = document.createElement("a");
                link.href = about[3];
                link.textContent = "listed in " + about[4];
                line.appendChild(document.createTextNode(" · "));
                line.appendChild(link);
            }

            function mark(range) {
                if (!window.CSS || !CSS.highlights || !window.Highlight) { return; }
                if (range) { CSS.highlights.set("book-name", new Highlight(range)); }
                else { CSS.highlights.delete("book-name"); }
            }

            function place(box, range) {
                var line = range.getClientRects()[0], width = document.documentElement.clientWidth;
                if (!line) { return; }
                var left = Math.max(12, Math.min(line.left - 16, width - box.offsetWidth - 12));
                // Above, where there is room: the lines below are read next.
                var above = line.top - 4 - box.offsetHeight;
                box.style.left = left + window.scrollX + "px";
                box.style.top = (above >= 4 ? above : line.bottom + 4) + window.scrollY + "px";
            }

            function hide() {
                clearTimeout(timer);
                if (!shown) { return; }
                shown.box.remove();
                shown = null;
                mark(null);
            }

            function show(code, name, button) {
                if (shown && shown.name === name) { clearTimeout(timer); return; }
                hide();
                var range = rangeOf(code, name), box = document.createElement("aside");
                box.className = "preview types-box";
                box.setAttribute("aria-label", "Type of " + range.toString());
                fill(box, name.about);
                document.body.appendChild(box);
                place(box, range);
                mark(range);
                shown = { box: box, name: name, button: button };
            }

        """#

    /// By pointer and by finger.
    private static let pointer = #"""
            var byFinger = false;

            function later(what) {
                clearTimeout(timer);
                timer = setTimeout(what, 250);
            }

            function leave() { if (shown && !shown.button) { later(hide); } else { clearTimeout(timer); } }

            document.addEventListener("pointermove", function (event) {
                if (event.pointerType === "touch" || event.buttons) { return; }
                var target = event.target;
                if (shown && shown.box.contains(target)) { clearTimeout(timer); return; }
                var box = target.closest && target.closest(".code[data-types]");
                var code = box && box.querySelector("pre code");
                if (!code || !target.closest("pre")) { leave(); return; }
                load(function (types) {
                    var name = nameAt(code, namesOf(box, types), event.clientX, event.clientY);
                    if (!name) { leave(); return; }
                    if (shown && shown.name === name) { clearTimeout(timer); return; }
                    later(function () { show(code, name, null); });
                });
            });
            document.addEventListener("pointerleave", leave);
            document.addEventListener("pointerdown", function (event) {
                byFinger = event.pointerType === "touch";
            });
            document.addEventListener("click", function (event) {
                var target = event.target;
                if (shown && (shown.box.contains(target) || target === shown.button)) { return; }
                var box = target.closest && target.closest(".code[data-types] pre");
                hide();
                if (!box || !byFinger) { return; }
                var code = box.querySelector("code");
                load(function (types) {
                    var name = nameAt(code, namesOf(box.closest(".code"), types), event.clientX, event.clientY);
                    if (name) { show(code, name, null); }
                });
            });
            document.addEventListener("scroll", function (event) {
                if (shown && event.target.querySelector && event.target.tagName === "PRE"
                    && !shown.box.contains(event.target)) { hide(); }
            }, true);

        """#

    /// By keyboard, and by whatever presses a button.
    private static let keys = #"""
            function step(box, button, by, to) {
                load(function (types) {
                    var names = namesOf(box, types), code = box.querySelector("pre code");
                    if (!names.length) { return; }
                    var details = code.closest("details");
                    if (details) { details.open = true; }
                    var last = names.length - 1, at = button.bookPlace;
                    at = to !== undefined ? Math.min(to, last)
                        : at === undefined ? 0 : Math.max(0, Math.min(last, at + by));
                    button.bookPlace = at;
                    reveal(code, names[at]);
                    show(code, names[at], button);
                    shown.button = button;
                    words.textContent = rangeOf(code, names[at]).toString() + ", name " + (at + 1) + " of "
                        + names.length + ": " + shown.box.innerText;
                });
            }

            /* Brings a name into view, in its box and on the page. */
            function reveal(code, name) {
                var pre = code.parentNode, frame = pre.getBoundingClientRect();
                var rect = rangeOf(code, name).getBoundingClientRect();
                if (rect.right > frame.right - 16) { pre.scrollLeft += rect.right - frame.right + 48; }
                if (rect.left < frame.left + 8) { pre.scrollLeft -= frame.left - rect.left + 48; }
                if (rect.top < 0 || rect.bottom > window.innerHeight - 96) {
                    window.scrollBy(0, rect.top - window.innerHeight / 3);
                }
            }

            var steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

            boxes.forEach(function (box) {
                var line = box.querySelector(".cell-place"), button = document.createElement("button");
                if (!line) { return; }
                button.type = "button";
                button.className = "types-button";
                button.textContent = "Types";
                button.setAttribute("aria-label", "Types of the names, one after the other");
                button.title = "Steps through the names of this code: press again, or use the arrow keys";
                button.addEventListener("click", function () {
                    if (shown && shown.button === button && button.bookPlace + 1 === box.bookNames.length) {
                        button.bookPlace = undefined;
                    }
                    step(box, button, 1);
                });
                button.addEventListener("keydown", function (event) {
                    if (event.ctrlKey || event.altKey || event.metaKey) { return; }
                    if (steps[event.key]) { step(box, button, steps[event.key]); }
                    else if (event.key === "Home") { step(box, button, 0, 0); }
                    else if (event.key === "End") { step(box, button, 0, Infinity); }
                    else if (event.key === "Tab" && !event.shiftKey && shown && shown.box.querySelector("a")) {
                        shown.box.querySelector("a").focus();
                    } else { return; }
                    event.preventDefault();
                });
                line.appendChild(button);
            });
            document.addEventListener("keydown", function (event) {
                if (!shown || event.defaultPrevented) { return; }
                var inside = shown.box.contains(document.activeElement);
                if (event.key === "Escape" || (inside && event.key === "Tab")) {
                    var button = shown.button;
                    hide();
                    if (inside && button) { button.focus(); event.preventDefault(); }
                }
            });
            document.addEventListener("focusout", function (event) {
                var to = event.relatedTarget;
                if (shown && shown.button && event.target === shown.button && !shown.box.contains(to)) { hide(); }
            });
        })();

        """#
}
