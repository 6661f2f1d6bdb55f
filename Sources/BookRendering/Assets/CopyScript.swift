/// A button that copies a cell's code, for browsers that run scripts. The pages need none.
enum CopyScript {
    static let javaScript = #"""
        if (navigator.clipboard) {
            document.querySelectorAll(".code, .listing").forEach(function (box) {
                var code = box.querySelector("pre code");
                if (!code) { return; }
                var button = document.createElement("button");
                button.type = "button";
                button.className = "copy";
                button.textContent = "Copy";
                button.addEventListener("click", function () {
                    navigator.clipboard.writeText(code.textContent).then(
                        function () { button.textContent = "Copied"; },
                        function () { button.textContent = "Cannot copy"; });
                    setTimeout(function () { button.textContent = "Copy"; }, 2000);
                });
                (box.querySelector("details") || box).appendChild(button);
            });
        }

        """#
}
