/// Shows in the search's dialog what was found, and moves in it by keyboard.
///
/// The results are a list of links, so that a reader can go through them by Tab, by the arrows, or with a screen
/// reader's own commands, and open one in another tab. How many there are is said in a live region.
package enum SearchViewScript {
    package static let javaScript = #"""
        (function (search) {
            var dialog = search.dialog, folder = search.folder;
            if (!dialog) { return; }
            var input = dialog.querySelector("input[type=search]"), list = dialog.querySelector("ol");
            var status = dialog.querySelector("[role=status]"), more = dialog.querySelector(".search-more");
            var step = 10, shownCount = step, answer = null, timer = 0, pending = 0, waiting = {};
            search.texts = {};

            function element(name, className, text) {
                var node = document.createElement(name);
                if (className) { node.className = className; }
                if (text) { node.textContent = text; }
                return node;
            }

            /* Text with the found words marked. It is never read as markup. */
            function marked(node, text, hits) {
                var end = 0;
                hits.forEach(function (hit) {
                    node.appendChild(document.createTextNode(text.slice(end, hit.start)));
                    node.appendChild(element("mark", "", text.slice(hit.start, hit.end)));
                    end = hit.end;
                });
                node.appendChild(document.createTextNode(text.slice(end)));
                return node;
            }

            function load(file, then) {
                window.bookLoad(folder + file, then, function () { then(new Error(file)); });
            }

            /* Calls `then` with the text of a page, now or when its script is there; not at all where it is missing. */
            function withTexts(page, then) {
                if (search.texts[page]) { return then(search.texts[page]); }
                if (waiting[page]) { return waiting[page].push(then); }
                waiting[page] = [then];
                load("texts/" + page.replace(/\.html$/, ".js"), function () {
                    var calls = waiting[page];
                    waiting[page] = null;
                    if (search.texts[page]) { calls.forEach(function (call) { call(search.texts[page]); }); }
                });
            }

            function address(place, anchor) {
                return place.page + (anchor ? "#" + encodeURIComponent(anchor) : "");
            }

            function item(result) {
                var place = result.place, node = element("li"), link = element("a"), where = element("span", "search-where");
                var isOpening = place.section === 0;
                link.href = address(place, place.anchor);
                var title = element("span", "search-title");
                if (place.number && !isOpening) { title.appendChild(element("span", "number", place.number + " ")); }
                marked(title, place.title, search.hits(place.title, result.terms));
                link.appendChild(title);
                where.textContent = [place.label, isOpening ? "" : place.chapter].filter(String).join(" · ");
                if (where.textContent) { link.appendChild(where); }
                var excerpt = element("span", "search-excerpt");
                link.appendChild(excerpt);
                node.appendChild(link);
                withTexts(place.page, function (texts) {
                    var found = search.excerpt(texts[place.section] || [], result.terms);
                    if (!found) { return; }
                    if (found.label) { excerpt.appendChild(element("span", "search-label", found.label + " ")); }
                    excerpt.appendChild(marked(element(found.isCode ? "code" : "span"), found.text, found.hits));
                    if (found.anchor) { link.href = address(place, found.anchor); }
                });
                return node;
            }

            function quoted(words) { return words.map(function (word) { return "“" + word + "”"; }).join(", "); }

            /* What the reader must know about the results, as sentences. */
            function sentences(answer) {
                var count = answer.results.length, parts = [];
                if (answer.isCommon) {
                    return ["These words stand in almost every section. Add one that says more."];
                }
                if (answer.unknown.length && count) {
                    parts.push("Nothing has " + quoted(answer.unknown) + ".");
                }
                answer.corrected.forEach(function (change) {
                    parts.push("Nothing has " + quoted([change.word]) + ": searched for " + quoted(change.terms) + ".");
                });
                if (answer.isPartial) { parts.push("No section has all of these words; these have some."); }
                parts.unshift(count === 0 ? "Nothing found." : count === 1 ? "1 result." : count + " results.");
                return parts;
            }

            function suggestion() {
                var node = element("li", "search-none");
                node.appendChild(document.createTextNode("Try fewer words, another spelling, or the "));
                var link = element("a", "", "contents");
                link.href = "index.html";
                node.appendChild(link);
                node.appendChild(document.createTextNode("."));
                return node;
            }

            function fill() {
                var focused = Array.prototype.indexOf.call(links(), document.activeElement);
                list.textContent = "";
                answer.results.slice(0, shownCount).forEach(function (result) { list.appendChild(item(result)); });
                if (!answer.results.length && !answer.isCommon && answer.asked) { list.appendChild(suggestion()); }
                var rest = answer.results.length - shownCount;
                more.hidden = rest <= 0;
                more.textContent = "Show " + Math.min(rest, step) + " more";
                if (focused >= 0 && links()[focused]) { links()[focused].focus(); }
            }

            /* Searches once the reader pauses for a moment: nobody reads the results of half a word. */
            function schedule() {
                clearTimeout(pending);
                pending = setTimeout(run, 90);
            }
            function catchUp() { if (pending) { run(); } }

            function run() {
                clearTimeout(pending);
                pending = 0;
                var text = input.value;
                shownCount = step;
                answer = search.find(text);
                answer.asked = search.words(text, true).length > 0;
                fill();
                dialog.querySelector(".search-body").scrollTop = 0;
                // Said once the reader pauses, not after every letter.
                clearTimeout(timer);
                timer = setTimeout(function () {
                    status.textContent = answer.asked ? sentences(answer).join(" ") : "";
                }, 250);
                remember(text);
            }

            function remember(text) {
                try { sessionStorage.setItem("book-search", text); } catch (error) { /* Not allowed here. */ }
            }

            function links() { return list.querySelectorAll("a"); }

            function move(event, step) {
                catchUp();
                var all = links(), place = Array.prototype.indexOf.call(all, document.activeElement);
                var next = place + step;
                if (event.target !== input && place < 0 || !all.length) { return; }
                event.preventDefault();
                if (next < 0) {
                    input.focus();
                } else if (all[next]) {
                    all[next].focus();
                } else if (!more.hidden) {
                    more.click();
                    links()[next].focus();
                }
            }

            dialog.addEventListener("keydown", function (event) {
                if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) { return; }
                if (event.key === "ArrowDown") { move(event, 1); }
                if (event.key === "ArrowUp") { move(event, -1); }
                if (event.key === "/" && document.activeElement !== input) {
                    event.preventDefault();
                    input.focus();
                    input.select();
                }
            });
            dialog.querySelector("form").addEventListener("submit", function (event) {
                event.preventDefault();
                catchUp();
                if (answer && links()[0]) { links()[0].click(); }
            });
            list.addEventListener("click", function (event) {
                var link = event.target.closest("a");
                if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) { dialog.close(); }
            });
            more.addEventListener("click", function () {
                var next = shownCount;
                shownCount += step;
                fill();
                links()[next].focus();
            });

            var missing = 2;
            function loaded(error) {
                missing -= 1;
                if (error instanceof Error) { status.textContent = "The search cannot be loaded: " + error.message + " is missing."; missing = 9; }
                if (missing > 0) { return; }
                search.prepare();
                dialog.removeAttribute("aria-busy");
                input.addEventListener("input", schedule);
                if (!input.value) {
                    try { input.value = sessionStorage.getItem("book-search") || ""; } catch (error) { /* Not allowed here. */ }
                    input.select();
                }
                run();
            }
            load("lunr.js", loaded);
            load("index.js", loaded);
        })(this.bookSearch);

        """#
}
