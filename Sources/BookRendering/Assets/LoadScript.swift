/// Loads what a page does not need at once. A page that was opened from a file can load scripts and nothing else.
enum LoadScript {
    static let javaScript = #"""
        window.bookLoad = function (address, then, fail) {
            var script = document.createElement("script");
            script.src = address;
            script.onload = then;
            script.onerror = function () {
                script.remove();
                if (fail) { fail(); }
            };
            document.head.appendChild(script);
        };

        """#
}
