/// The dialog of the closer look: the figure with its buttons and keys, its values beside or below it.
enum LookDialog {
    static let javaScript = LookFrame.javaScript + LookStage.javaScript
}

/// What the dialog is made of.
enum LookFrame {
    static let javaScript = #"""
        function button(label, sign, action) {
            var made = element("button", { type: "button", "aria-label": label, title: label }, sign);
            made.addEventListener("click", action);
            return made;
        }

        /* The dialog; `look` gets what it shows later. */
        function frame(look, title, description) {
            look.stage = element("div", {
                "class": "look-stage", tabindex: "0", role: "group", "aria-labelledby": "look-title",
                "aria-describedby": "look-keys" });
            look.drawing = element("div", { "class": "look-drawing" });
            look.stage.appendChild(look.drawing);
            look.tools = element("div", { "class": "look-tools", role: "toolbar", "aria-label": "View" });
            look.keys = element("p", { "class": "look-keys", id: "look-keys" });
            look.status = element("p", { "class": "look-status", role: "status" });
            look.dialog = element("dialog", { "class": "look", "aria-labelledby": "look-title" }, [
                element("header", {}, [
                    element("h2", { id: "look-title" }, title),
                    button("Close", "\u00d7", function () { look.dialog.close(); })
                ]),
                element("div", { "class": "look-body" }, [
                    element("div", { "class": "look-figure" }, [look.stage,
                        element("div", { "class": "look-line" }, [look.tools, look.status]), look.keys].concat(
                        description ? element("p", { "class": "look-description" }, description) : []))
                ])
            ]);
        }

        /* The buttons, for a figure that moves along its axes or one that only gets larger. */
        function tools(look) {
            if (look.tools.firstChild) { return; }
            var letters = look.zoom ? look.zoom.axes.map(function (axis) { return axis.letter; }) : ["x", "y"];
            var made = [
                button("Zoom out", "\u2212", function () { look.by(1 / 1.5); }),
                button("Zoom in", "+", function () { look.by(1.5); }),
                button("Show all of it", "All", function () { look.all(); })
            ];
            [["Move left", "\u2190", -1, 0], ["Move right", "\u2192", 1, 0],
                ["Move up", "\u2191", 0, -1], ["Move down", "\u2193", 0, 1]].forEach(function (way) {
                if (letters.indexOf(way[2] ? "x" : "y") < 0) { return; }
                made.push(button(way[0], way[1], function () { look.move(way[2], way[3]); }));
            });
            look.tools.replaceChildren.apply(look.tools, made);
            var both = letters.indexOf("x") >= 0 && letters.indexOf("y") >= 0;
            look.keys.textContent = (look.zoom ? both ? "Zooms along both axes"
                : letters.indexOf("x") >= 0 ? "Zooms along the x axis; the other axis has names"
                : "Zooms along the y axis; the other axis has names"
                : "Its axes are not of numbers, so zooming makes the whole figure larger")
                + ". Wheel or + and \u2212 to zoom, drag or arrow keys to move, 0 for all of it.";
        }

        """#
}

/// What the dialog does.
enum LookStage {
    static let javaScript = #"""
        /* How much larger than on the page the figure can be. */
        function room(look) {
            var spec = look.figure.spec;
            var width = Number(look.picture.getAttribute("width")) || 640;
            var high = Number(look.picture.getAttribute("height")) || 400;
            var wide = look.stage.clientWidth - 2, tall = height(look);
            var isPlot = typeof spec.width === "number" && typeof spec.height === "number";
            var across = isPlot ? (wide - (width - spec.width)) / spec.width : wide / width;
            var down = isPlot ? (tall - (high - spec.height)) / spec.height : tall / high;
            return balanced(spec, across, down);
        }

        /* Beside the table the figure has the height of the dialog, above it some more than half of the screen. */
        function height(look) {
            var isBeside = getComputedStyle(look.dialog.querySelector(".look-body")).flexDirection === "row";
            return isBeside ? look.stage.clientHeight - 2 : window.innerHeight * 0.55;
        }

        function balanced(spec, across, down) {
            across = Math.max(0.3, Math.min(across, 2.6));
            down = Math.max(0.3, Math.min(down, 2.6));
            if (keepsShape(spec)) { return [Math.min(across, down), Math.min(across, down)]; }
            return [across, Math.max(0.6 * across, Math.min(down, 1.3 * across + 0.2))];
        }

        /* What is drawn may be larger than there is room: the words around a plot do not grow with it. */
        function corrected(look, sizes) {
            var canvas = look.drawing.querySelector("canvas");
            var wide = Math.min(1, look.stage.clientWidth / canvas.offsetWidth * 0.98);
            var tall = Math.min(1, height(look) / canvas.offsetHeight * 0.98);
            if (look.larger !== 1 || (canvas.offsetWidth <= look.stage.clientWidth
                && canvas.offsetHeight <= height(look))) { return null; }
            if (keepsShape(look.figure.spec)) { wide = tall = Math.min(wide, tall); }
            return [Math.max(0.15, sizes[0] * wide), Math.max(0.15, sizes[1] * tall)];
        }

        /* Draws the figure for the room, the theme and the size of now. */
        function draw(look, given, tries) {
            var state = look.zoom && look.zoom.state(), sizes = given || look.sizes || room(look), axes;
            var turn = look.turn = (look.turn || 0) + 1, place = element("div", {});
            if (look.view) { look.view.finalize(); look.view = null; }
            return Promise.resolve().then(function () {
                var vega = compiled(look.figure, sizes[0] * look.larger, sizes[1] * look.larger);
                axes = freed(vega);
                return window.vegaEmbed(place, vega, {
                    mode: "vega", ast: true, actions: false, renderer: "canvas", defaultStyle: false, hover: false,
                    config: {}, loader: loader, logLevel: 0,
                    tooltip: function (handler, event, item, value) { look.tip.handle(event, value); }
                });
            }).then(function (result) {
                if (look.turn !== turn) { result.view.finalize(); return; }
                look.view = result.view;
                look.zoom = axes.length ? new Zoom(result.view, axes) : null;
                look.drawing.replaceChildren(place);
                tools(look);
                var better = (tries || 0) < 3 && (given || !look.sizes) && corrected(look, sizes);
                if (better) { return draw(look, better, (tries || 0) + 1); }
                look.sizes = sizes;
                if (look.zoom && state) { return look.zoom.restore(state); }
            }).catch(function () { if (look.turn === turn) { enlarged(look); } });
        }

        /* The picture of the page, for a figure that cannot be drawn here: it can still be made larger. */
        function enlarged(look) {
            var picture = look.picture.cloneNode(true), width = Number(picture.getAttribute("width")) || 640;
            look.zoom = null;
            look.isPicture = true;
            ["aria-labelledby", "role", "class"].forEach(function (name) { picture.removeAttribute(name); });
            picture.setAttribute("aria-hidden", "true");
            picture.querySelectorAll("title, desc").forEach(function (part) { part.remove(); });
            picture.querySelectorAll("[id]").forEach(function (part) { part.removeAttribute("id"); });
            picture.style.width = Math.min(width * 2, look.stage.clientWidth) * look.larger + "px";
            picture.style.height = "auto";
            look.drawing.replaceChildren(picture);
            tools(look);
        }

        function actions(look) {
            function told(done) {
                look.tip.hide();
                Promise.resolve(done).then(function () {
                    look.status.textContent = look.zoom ? look.zoom.words()
                        : look.larger === 1 ? "All of the figure is shown."
                        : "Shown at " + Math.round(look.larger * 100) + " %.";
                });
            }
            look.by = function (factor, plot) {
                if (look.zoom) { told(look.zoom.by(factor, plot)); return; }
                look.larger = Math.max(1, Math.min(4, look.larger * factor));
                if (look.larger < 1.01) { look.larger = 1; }
                told(draw(look));
            };
            look.all = function () {
                look.larger = 1;
                told(look.zoom ? look.zoom.all() : draw(look));
            };
            look.move = function (across, down) {
                if (look.zoom) {
                    told(look.zoom.move(across * look.view.width() / 8, down * look.view.height() / 8));
                } else {
                    look.stage.scrollBy(across * look.stage.clientWidth / 4, down * look.stage.clientHeight / 4);
                }
            };
        }

        function keys(look) {
            var moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
            look.dialog.addEventListener("keydown", function (event) {
                if (event.ctrlKey || event.metaKey || event.altKey) { return; }
                if (event.key === "+" || event.key === "=") { look.by(1.5); }
                else if (event.key === "-" || event.key === "\u2212") { look.by(1 / 1.5); }
                else if (event.key === "0") { look.all(); }
                else if (moves[event.key] && !event.target.closest(".look-values")) {
                    look.move(moves[event.key][0], moves[event.key][1]);
                } else { return; }
                event.preventDefault();
            });
        }

        /* Wheel, drag and two fingers. */
        function pointers(look) {
            var held = {}, last = null;
            function place(event) {
                var canvas = look.drawing.querySelector("canvas"), box = (canvas || look.drawing).getBoundingClientRect();
                return { x: event.clientX - box.left, y: event.clientY - box.top };
            }
            look.stage.addEventListener("wheel", function (event) {
                if (!event.deltaY) { return; }
                event.preventDefault();
                var at = place(event);
                var step = Math.max(-1, Math.min(1, event.deltaY / (event.deltaMode ? 3 : 120)));
                look.by(Math.pow(1.25, -step), look.zoom && look.zoom.plotAt(at.x, at.y));
            }, { passive: false });
            look.stage.addEventListener("pointerdown", function (event) {
                if (event.button) { return; }
                look.stage.setPointerCapture(event.pointerId);
                held[event.pointerId] = place(event);
                last = null;
            });
            look.stage.addEventListener("pointermove", function (event) {
                if (!held[event.pointerId]) { return; }
                var before = held[event.pointerId], now = held[event.pointerId] = place(event), ids = Object.keys(held);
                look.tip.hide();
                if (ids.length === 2) {
                    var one = held[ids[0]], two = held[ids[1]], apart = Math.hypot(one.x - two.x, one.y - two.y);
                    if (last) {
                        look.by(apart / last, look.zoom && look.zoom.plotAt((one.x + two.x) / 2, (one.y + two.y) / 2));
                    }
                    last = apart;
                } else if (look.zoom) {
                    look.zoom.move(before.x - now.x, before.y - now.y, look.zoom.plotAt(now.x, now.y));
                } else {
                    look.stage.scrollBy(before.x - now.x, before.y - now.y);
                    held[event.pointerId] = place(event);
                }
            });
            ["pointerup", "pointercancel"].forEach(function (name) {
                look.stage.addEventListener(name, function (event) { delete held[event.pointerId]; last = null; });
            });
            look.stage.addEventListener("pointerleave", function () { look.tip.hide(); });
        }

        function follow(look) {
            var timer = 0, scheme = window.matchMedia("(prefers-color-scheme: dark)");
            function again() {
                clearTimeout(timer);
                look.sizes = null;
                timer = setTimeout(function () { draw(look); }, 120);
            }
            window.addEventListener("resize", again);
            scheme.addEventListener("change", again);
            look.dialog.addEventListener("close", function () {
                clearTimeout(timer);
                window.removeEventListener("resize", again);
                scheme.removeEventListener("change", again);
                look.turn = -1;
                if (look.view) { look.view.finalize(); }
                look.dialog.remove();
                look.opener.focus();
            });
            look.dialog.addEventListener("click", function (event) {
                if (event.target === look.dialog) { look.dialog.close(); }
            });
        }

        window.bookLook = function (line, ready) {
            var figure = window.bookFigures[line.dataset.look][line.dataset.figure];
            var look = { figure: figure, larger: 1, opener: line.querySelector("button") };
            var before = line.previousElementSibling;
            while (before && !before.classList.contains("picture-box")) { before = before.previousElementSibling; }
            look.picture = before && before.querySelector("svg");
            if (!figure || !look.picture) { ready(); return; }
            function start() {
                frame(look, line.dataset.title, figure.spec.description);
                var table = values(figure.table, line.querySelector("a[download]"));
                if (table) { look.dialog.querySelector(".look-body").appendChild(table); }
                look.tip = new Tooltip(look.stage);
                actions(look);
                keys(look);
                pointers(look);
                follow(look);
                document.body.appendChild(look.dialog);
                look.dialog.showModal();
                look.stage.focus();
                draw(look).then(ready);
            }
            if (window.vegaEmbed) { start(); } else { window.bookLoad(VEGA, start, start); }
        };

        """#
}
