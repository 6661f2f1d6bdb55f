/// Buttons that copy code as it runs elsewhere, for browsers that run scripts. The pages need none.
///
/// A cell that needs others comes with them and with the imports: the script of its page in `assets/code/` holds each
/// piece of code once, and is loaded when a reader comes near the button, which works from `file://` too. Where the
/// clipboard refuses, the code is shown selected, so that a key copies it.
enum CopyScript {
    static let javaScript = #"""
        (function () {
            var loading = null;

            function pieces() {
                loading = loading || new Promise(function (done, fail) {
                    var address = document.getElementById("main").getAttribute("data-code");
                    window.bookLoad(address, function () { window.bookCode ? done(window.bookCode) : fail(); },
                        function () { loading = null; fail(); });
                });
                return loading;
            }

            function saying(needs) {
                if (needs === 0) { return "Copied, with the chapter's imports"; }
                return "Copied, with the " + (needs === 1 ? "cell" : needs + " cells") + " that it needs";
            }

            /* The code of a box as it runs elsewhere, and what to say about it. */
            function codeOf(box) {
                var shown = box.querySelector("pre code").textContent, cell = box.closest("[data-cell]");
                if (!cell) { return Promise.resolve({ text: shown, said: "Copied" }); }
                return pieces().then(function (code) {
                    var parts = code.cells[cell.getAttribute("data-cell")];
                    return {
                        text: parts.map(function (part) { return code.pieces[part]; }).join("\n\n") + "\n",
                        said: saying(Number(cell.getAttribute("data-needs")))
                    };
                }).catch(function () {
                    return { text: shown, said: "Copied without the cells that it needs" };
                });
            }

            /* For pages from where the browser lets no script write to the clipboard. */
            function copyByCommand(text) {
                var field = document.createElement("textarea"), before = document.activeElement, copied = false;
                field.value = text;
                field.className = "unseen";
                document.body.appendChild(field);
                field.select();
                try { copied = document.execCommand("copy"); } catch (error) { copied = false; }
                field.remove();
                if (before) { before.focus({ preventScroll: true }); }
                return copied ? Promise.resolve() : Promise.reject();
            }

            function write(text) {
                if (!navigator.clipboard) { return copyByCommand(text); }
                return navigator.clipboard.writeText(text).catch(function () { return copyByCommand(text); });
            }

            /* The text in a field of its own, selected. */
            function offer(text, line) {
                var field = document.createElement("textarea");
                field.className = "copy-text";
                field.readOnly = true;
                field.rows = Math.min(12, text.split("\n").length);
                field.value = text;
                field.setAttribute("aria-label", "Code to copy");
                field.addEventListener("blur", function () { field.remove(); });
                line.insertAdjacentElement("afterend", field);
                field.focus();
                field.select();
            }

            /* A button on a line; `find` gives the text and what to say. */
            function addButton(line, said, name, find) {
                var button = document.createElement("button"), timer = 0;
                button.type = "button";
                button.className = "copy";
                button.textContent = "Copy";
                button.setAttribute("aria-label", name);
                button.addEventListener("click", function () {
                    find().then(function (code) {
                        return write(code.text).then(function () { return code.said; }, function () {
                            offer(code.text, line);
                            return "Selected: copy it with Ctrl+C or ⌘C";
                        });
                    }).then(function (words) {
                        said.textContent = words;
                        clearTimeout(timer);
                        timer = setTimeout(function () { said.textContent = ""; }, 6000);
                    });
                });
                line.appendChild(button);
                return button;
            }

            function addStatus(line) {
                var said = document.createElement("span");
                said.className = "copy-said";
                said.setAttribute("role", "status");
                line.insertBefore(said, line.firstChild);
                return said;
            }

            document.querySelectorAll(".code, .listing").forEach(function (box) {
                if (!box.querySelector("pre code")) { return; }
                var line = box.querySelector(".cell-place"), cell = box.closest("[data-cell]");
                if (!line) {
                    line = document.createElement("div");
                    line.className = "listing-tools";
                    box.appendChild(line);
                }
                var said = addStatus(line);
                var button = addButton(line, said, "Copy the code", function () { return codeOf(box); });
                if (cell) {
                    var prepare = function () { pieces().catch(function () {}); };
                    button.addEventListener("pointerenter", prepare, { once: true });
                    button.addEventListener("focus", prepare, { once: true });
                }
                var command = line.querySelector(".run p");
                if (command) {
                    addButton(command, said, "Copy the command", function () {
                        return Promise.resolve({ text: command.querySelector("code").textContent, said: "Copied" });
                    });
                }
            });
        })();

        """#
}
