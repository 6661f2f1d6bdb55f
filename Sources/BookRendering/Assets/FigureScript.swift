/// The button that opens the closer look at a figure. What the look needs is loaded when it is first asked for.
enum FigureScript {
    static let javaScript = #"""
        (function () {
            window.bookFigures = {};

            function open(line, button, message) {
                function fail() {
                    button.removeAttribute("aria-busy");
                    message.textContent = "The closer look could not be loaded.";
                }
                message.textContent = "";
                button.setAttribute("aria-busy", "true");
                if (!window.bookLook) {
                    window.bookLoad("assets/look.js", function () { open(line, button, message); }, fail);
                } else if (!window.bookFigures[line.dataset.look]) {
                    window.bookLoad(line.dataset.look, function () { open(line, button, message); }, fail);
                } else {
                    window.bookLook(line, function () { button.removeAttribute("aria-busy"); });
                }
            }

            if (!window.HTMLDialogElement) { return; }
            document.querySelectorAll(".figure-tools[data-look]").forEach(function (line) {
                var button = document.createElement("button"), message = document.createElement("span");
                button.type = "button";
                button.className = "look-closer";
                button.textContent = "Look closer";
                button.setAttribute("aria-label", "Look closer: " + line.dataset.title);
                button.setAttribute("aria-haspopup", "dialog");
                message.setAttribute("role", "status");
                button.addEventListener("click", function () {
                    if (!button.hasAttribute("aria-busy")) { open(line, button, message); }
                });
                line.insertBefore(button, line.firstChild);
                line.appendChild(message);
            });
        })();

        """#
}
