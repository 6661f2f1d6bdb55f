/// The way into the search: a button in the page's header, and the dialog that it opens.
///
/// What searches is loaded when it opens for the first time. Where a page does not say where that is, as in the
/// one-file form of the book, or where scripts do not run, there is no button.
enum SearchScript {
    static let javaScript = #"""
        (function () {
            var header = document.querySelector("header[data-search]"), dialog = null, input = null;
            if (!header || !window.HTMLDialogElement) { return; }
            var slash = true;
            try { slash = localStorage.getItem("book-slash") !== "off"; } catch (error) { /* Not allowed here. */ }

            function element(parent, name, attributes, text) {
                var node = parent.appendChild(document.createElement(name));
                Object.keys(attributes).forEach(function (key) { node.setAttribute(key, attributes[key]); });
                if (text) { node.textContent = text; }
                return node;
            }

            function build() {
                dialog = element(document.body, "dialog", {"class": "search", "aria-label": "Search the book"});
                var form = element(dialog, "form", {role: "search"});
                input = element(form, "input", {type: "search", "aria-label": "Search the book", autocomplete: "off",
                    autocapitalize: "off", spellcheck: "false", placeholder: "Words, names, signs"});
                element(form, "button", {type: "button", "class": "search-close", "aria-label": "Close the search"}, "Esc")
                    .addEventListener("click", function () { dialog.close(); });
                var body = element(dialog, "div", {"class": "search-body"});
                element(body, "p", {role: "status", "class": "search-count"});
                element(body, "ol", {});
                element(body, "button", {type: "button", "class": "search-more", hidden: ""});
                var foot = element(dialog, "p", {"class": "search-foot"}), label = element(foot, "label", {});
                var box = element(label, "input", {type: "checkbox"});
                label.appendChild(document.createTextNode(" The key / opens the search"));
                box.checked = slash;
                box.addEventListener("change", function () {
                    slash = box.checked;
                    hint();
                    try { localStorage.setItem("book-slash", slash ? "on" : "off"); } catch (error) { /* See above. */ }
                });
                dialog.addEventListener("click", function (event) { if (event.target === dialog) { dialog.close(); } });
                dialog.addEventListener("keydown", function (event) {
                    if (event.key === "Escape" && !event.isComposing) {
                        event.preventDefault();
                        dialog.close();
                    }
                });
                window.bookSearch = {dialog: dialog, folder: header.dataset.search};
                window.bookLoad(header.dataset.search + "search.js", null, function () {
                    dialog.querySelector("[role=status]").textContent = "The search cannot be loaded.";
                });
            }

            function hint() {
                key.hidden = !slash;
                if (slash) { button.setAttribute("aria-keyshortcuts", "/"); } else { button.removeAttribute("aria-keyshortcuts"); }
            }

            function open() {
                if (!dialog) { build(); }
                if (!dialog.open) { dialog.showModal(); }
                input.focus();
                input.select();
            }

            var button = document.createElement("button");
            button.type = "button";
            button.className = "search-open";
            button.textContent = "Search";
            button.setAttribute("aria-haspopup", "dialog");
            button.addEventListener("click", open);
            var key = element(button, "kbd", {"aria-hidden": "true"}, "/");
            hint();
            header.classList.add("searchable");
            header.insertBefore(button, header.querySelector(".to-contents"));
            document.addEventListener("keydown", function (event) {
                if (event.key !== "/" || !slash || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
                    return;
                }
                if (document.querySelector("dialog[open]") || event.target.isContentEditable
                    || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) { return; }
                event.preventDefault();
                open();
            });
        })();

        """#
}
