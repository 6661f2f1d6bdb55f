"""Figures as a reader meets them: `python3 Tests/Pages/test_figures.py`.

Builds a small book and opens it from file:// and over loopback: the data as CSV, what is there without scripts, the
closer look by pointer, by keyboard and by table, and a specification that wants more than to be drawn.
"""

import csv
import functools
import http.server
import io
import json
import re
import shutil
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import check_pages

HERE = Path(__file__).resolve().parent
COMMAND = HERE.parents[1] / ".build" / "release" / "book"
WIDE, TABLET, PHONE = 1440, 768, 360
# The foot of the closer look's own files; a page that nobody looks closer at loads none of them.
ON_DEMAND = ("vega.js", "look.js", "01-charts.js", "02-hostile.js")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Book(unittest.TestCase):
    """A built book in a browser. The tests of a class share both."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        shutil.copytree(HERE / "Fixtures" / "figures", cls.folder, dirs_exist_ok=True)
        built = cls.build(cls.folder / "Output")
        assert built.returncode == 0, built.stderr
        cls.browser = check_pages.start_browser()
        cls.addClassCleanup(cls.browser.quit)
        cls.server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Quiet, directory=cls.folder / "Output"))
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.addClassCleanup(cls.server.server_close)
        cls.addClassCleanup(cls.server.shutdown)

    @classmethod
    def build(cls, output):
        return subprocess.run([COMMAND, "build", "--strict", "--root", cls.folder, "--output", output],
                              capture_output=True, text=True)

    def open(self, page="01-charts.html", width=WIDE, scripts=True, scheme="light", served=False):
        self.browser.get_log("performance"), self.browser.get_log("browser")
        address = f"http://127.0.0.1:{self.server.server_port}" if served else (self.folder / "Output").as_uri()
        check_pages.show(self.browser, f"{address}/{page}", width, scheme, scripts)

    def scheme(self, scheme):
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def until(self, words, question):
        for _ in range(100):
            answer = question()
            if answer:
                return answer
            time.sleep(0.05)
        self.fail(words)

    def button(self, figure):
        return self.find(f"#{figure} .look-closer")

    def look(self, figure):
        """Opens the closer look by a click, and waits until the figure is drawn in it."""
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", self.button(figure))
        self.button(figure).click()
        self.drawn()

    def drawn(self):
        return self.until("nothing was drawn", lambda: self.all(".look-drawing canvas") and self.all(".look-tools button"))

    def status(self):
        return self.find(".look-status").text

    def requests(self):
        """The files that the page asked for since it was opened."""
        messages = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        return [message["params"]["request"]["url"] for message in messages
                if message["method"] == "Network.requestWillBeSent"]

    def colour(self, x, y):
        return self.browser.execute_script("""
            const canvas = document.querySelector(".look-drawing canvas");
            return [...canvas.getContext("2d").getImageData(arguments[0], arguments[1], 1, 1).data]""", x, y)


class Data(Book):
    def table(self, figure, page="01-charts"):
        path = self.folder / "Output" / "assets" / "figures" / page / f"{figure}.csv"
        content = path.read_bytes()
        self.assertEqual(content.count(b"\n"), content.count(b"\r\n"))
        self.assertTrue(content.endswith(b"\r\n"))
        rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
        return rows[0], rows[1:]

    def specification(self, figure, page="01-charts"):
        text = (self.folder / "Output" / "assets" / "figures" / f"{page}.js").read_text()
        name, _, figures = text.partition(" = ")
        self.assertEqual(name, f'bookFigures["assets/figures/{page}.js"]')
        return json.loads(figures.strip().rstrip(";"))[figure]

    def test_the_file_holds_what_the_specification_holds(self):
        header, rows = self.table("fig-line")
        self.assertEqual(header, ["series", "mark", "bits", "hits"])
        layers = [layer for layer in self.specification("fig-line")["spec"]["layer"] if len(layer["data"]["values"]) > 1]
        expected = [(layer["mark"]["type"], row["x"], row["y"]) for layer in layers for row in layer["data"]["values"]]
        self.assertEqual([(mark, float(x), float(y)) for _, mark, x, y in rows], expected)
        self.assertGreater(len(rows), 100)

    def test_layers_and_plots_are_told_apart(self):
        _, rows = self.table("fig-line")
        self.assertEqual({(row[0], row[1]) for row in rows}, {("'=theory", "line"), ("measured", "point")})
        header, rows = self.table("fig-grid")
        self.assertEqual(header, ["plot", "x", "y"])
        self.assertEqual(rows[149:151], [["left", "149", "149"], ["right", "0", "0"]])
        self.assertEqual(self.table("fig-map"), (["place", "other", "value"], [
            ["a", "c", "0"], ["b", "c", "1"], ["a", "d", "2"], ["b", "d", "9"]]))
        self.assertEqual(self.table("fig-pictures"), (["left", "top", "value"], [
            ["0", "0", "0 0.2 0.4 0.1"], ["3", "0", "1 0.9 0.8 1"]]))

    def test_text_that_is_a_formula_is_quoted_and_numbers_are_not(self):
        _, rows = self.table("fig-bars")
        self.assertEqual([row[:2] for row in rows], [["'+plus", "-1"], ['a "quoted", name', "2"]])
        _, rows = self.table("fig-hostile", "02-hostile")
        self.assertEqual({row[1] for row in rows} & {"'=1+1", "'@x"}, {"'=1+1", "'@x"})

    def test_without_scripts_the_link_is_there_and_the_button_is_not(self):
        self.open(scripts=False)
        link = self.find("#fig-line .figure-tools a")
        self.assertEqual(link.text.split()[0], "Data")
        self.assertTrue(link.get_attribute("href").endswith("assets/figures/01-charts/fig-line.csv"))
        self.assertEqual(link.get_attribute("download"), "01-charts-fig-line.csv")
        self.assertEqual(self.all(".look-closer"), [])

    def test_the_same_book_gives_the_same_files(self):
        again = self.folder / "Again"
        built = self.build(again)
        self.assertEqual(built.returncode, 0, built.stderr)
        for path in sorted((self.folder / "Output" / "assets").rglob("*")):
            if path.is_file():
                self.assertEqual(path.read_bytes(), (again / path.relative_to(self.folder / "Output")).read_bytes())

    def test_a_book_without_figures_has_no_library(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "Chapters").mkdir()
            (folder / "Chapters" / "01-words.md").write_text("# Words\n\nOnly words.\n")
            built = subprocess.run([COMMAND, "build", "--root", folder, "--output", folder / "Output"], capture_output=True,
                                   text=True)
            self.assertEqual(built.returncode, 0, built.stderr)
            names = {path.name for path in (folder / "Output").rglob("*")}
            self.assertEqual(names & {"vega.js", "look.js", "figures"}, set())


class Look(Book):
    def test_nothing_is_loaded_before_it_is_asked_for(self):
        for served in (False, True):
            with self.subTest(served=served):
                self.open(served=served)
                time.sleep(0.5)
                self.assertEqual([url for url in self.requests() if url.endswith(ON_DEMAND)], [])
                self.look("fig-line")
                asked = [url.rsplit("/", 1)[1] for url in self.requests()]
                self.assertEqual([name for name in asked if name in ON_DEMAND], ["look.js", "01-charts.js", "vega.js"])
                self.find(".look header button").click()
                self.look("fig-bars")
                self.assertEqual([url for url in self.requests() if url.endswith(ON_DEMAND)], [])
                said = [entry["message"] for entry in self.browser.get_log("browser")]
                self.assertEqual([words for words in said if "favicon.ico" not in words], [])

    def test_by_keyboard_from_button_to_button(self):
        self.open()
        self.browser.execute_script("arguments[0].focus()", self.button("fig-line"))
        self.browser.switch_to.active_element.send_keys(Keys.ENTER)
        self.drawn()
        self.assertEqual(self.browser.switch_to.active_element.get_attribute("class"), "look-stage")
        self.browser.switch_to.active_element.send_keys("+")
        self.until("zooming says nothing", lambda: re.match(r"x from .* y from ", self.status()))
        before = self.status()
        self.browser.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
        self.until("moving says nothing", lambda: self.status() != before)
        self.browser.switch_to.active_element.send_keys("-", "-", "-")
        self.until("zooming out ends at the whole", lambda: self.status() == "All of the figure is shown.")
        self.browser.switch_to.active_element.send_keys("+", "0")
        self.until("0 shows the whole", lambda: self.status() == "All of the figure is shown.")
        seen = set()
        for _ in range(14):
            self.browser.switch_to.active_element.send_keys(Keys.TAB)
            inside = self.browser.execute_script(
                "const e = document.activeElement; return e === document.body || !!e.closest('dialog')")
            self.assertTrue(inside, "the focus leaves the dialog")
            seen.add(self.browser.switch_to.active_element.get_attribute("aria-label"))
        self.assertLessEqual({"Close", "Zoom in", "Zoom out", "Move left", "Table of values"}, seen)
        self.browser.switch_to.active_element.send_keys(Keys.ESCAPE)
        self.until("Escape closes it", lambda: not self.all("dialog"))
        self.assertEqual(self.browser.switch_to.active_element, self.button("fig-line"))

    def test_buttons_do_what_keys_and_wheel_do(self):
        self.open()
        self.look("fig-line")
        for label in ("Zoom in", "Move up", "Move right"):
            before = self.status()
            self.find(f".look-tools [aria-label='{label}']").click()
            self.until(label, lambda: self.status() != before)
        self.find(".look-tools [aria-label='Show all of it']").click()
        self.until("all", lambda: self.status() == "All of the figure is shown.")

    def test_wheel_and_drag(self):
        self.open()
        self.look("fig-line")
        canvas = self.find(".look-drawing canvas")
        x, y = self.browser.execute_script("""
            const box = arguments[0].getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2]""", canvas)
        self.browser.execute_cdp_cmd("Input.dispatchMouseEvent", {
            "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -360})
        self.until("the wheel zooms", lambda: "x from" in self.status())
        before = self.browser.execute_script("return arguments[0].toDataURL()", canvas)
        ActionChains(self.browser).move_to_element(canvas).click_and_hold().move_by_offset(80, 30).release().perform()
        self.until("dragging moves", lambda: self.browser.execute_script("return arguments[0].toDataURL()", canvas) != before)

    def test_the_pointer_shows_values(self):
        self.open()
        self.look("fig-line")
        canvas = self.find(".look-drawing canvas")
        found = set()
        for x in range(-400, 400, 40):
            for y in range(-220, 240, 20):
                ActionChains(self.browser, duration=0).move_to_element_with_offset(canvas, x, y).perform()
                tip = self.find(".look-tip")
                if tip.is_displayed():
                    found.update(element.text for element in tip.find_elements(By.CSS_SELECTOR, "dt"))
            if found:
                break
        self.assertEqual(found, {"series", "bits", "hits"})

    def test_the_values_stand_in_a_table_which_says_where_it_is_cut(self):
        self.open()
        self.look("fig-grid")
        self.assertEqual([cell.text for cell in self.all(".look-rows th")], ["plot", "x", "y"])
        self.assertEqual(len(self.all(".look-rows tbody tr")), 200)
        self.assertEqual(self.find(".look-count").text, "The first 200 of 300 rows, to six digits. All of them as CSV")
        self.assertTrue(self.find(".look-count a").get_attribute("href").endswith("fig-grid.csv"))
        self.assertEqual([cell.text for cell in self.all(".look-rows tbody tr:nth-child(151) td")], ["right", "0", "0"])

    def test_it_says_along_what_it_zooms(self):
        for figure, words in [
            ("fig-line", "Zooms along both axes."),
            ("fig-bars", "Zooms along the y axis; the other axis has names."),
            ("fig-map", "Its axes are not of numbers, so zooming makes the whole figure larger."),
            ("fig-pictures", "Zooms along both axes."),
        ]:
            with self.subTest(figure):
                self.open()
                self.look(figure)
                self.assertTrue(self.find(".look-keys").text.startswith(words), self.find(".look-keys").text)
                before = self.browser.execute_script("return document.querySelector('.look-drawing canvas').toDataURL()")
                self.find(".look-tools [aria-label='Zoom in']").click()
                self.until("zooming changes nothing", lambda: self.browser.execute_script(
                    "return document.querySelector('.look-drawing canvas').toDataURL()") != before)
                self.assertNotEqual(self.status(), "")

    def test_both_themes_also_when_the_theme_changes(self):
        shades = {}
        for first, then in (("light", "dark"), ("dark", "light")):
            self.open(scheme=first)
            self.look("fig-bars")
            before = self.browser.execute_script("return document.querySelector('.look-drawing canvas').toDataURL()")
            shades[first] = before
            self.scheme(then)
            self.until("the figure keeps its colours", lambda: self.browser.execute_script(
                "const c = document.querySelector('.look-drawing canvas'); return c && c.toDataURL()") not in (None, before))
        self.assertNotEqual(shades["light"], shades["dark"])

    def test_it_fits_every_screen(self):
        for width in (WIDE, TABLET, PHONE):
            for figure in ("fig-line", "fig-grid", "fig-pictures"):
                with self.subTest(width=width, figure=figure):
                    self.open(width=width)
                    self.look(figure)
                    box = self.find("dialog").rect
                    self.assertGreaterEqual(box["x"], 0)
                    self.assertLessEqual(box["x"] + box["width"], width)
                    stage, canvas = self.find(".look-stage").rect, self.find(".look-drawing canvas").rect
                    self.assertLessEqual(canvas["width"], stage["width"] + 1)
                    self.assertLessEqual(canvas["height"], stage["height"] + 1)
                    small = [button.get_attribute("aria-label") for button in self.all(".look button")
                             if min(button.rect["width"], button.rect["height"]) < 24]
                    self.assertEqual(small, [])

    def test_what_cannot_be_loaded_is_said(self):
        with tempfile.TemporaryDirectory() as name:
            shutil.copytree(self.folder / "Output", Path(name) / "Output")
            (Path(name) / "Output" / "assets" / "look.js").unlink()
            self.open()
            self.browser.get((Path(name) / "Output" / "01-charts.html").as_uri())
            self.browser.execute_script("arguments[0].click()", self.button("fig-line"))
            message = self.find("#fig-line .figure-tools [role=status]")
            self.until("nothing is said", lambda: message.text == "The closer look could not be loaded.")

    def test_without_the_library_the_picture_is_made_larger(self):
        with tempfile.TemporaryDirectory() as name:
            shutil.copytree(self.folder / "Output", Path(name) / "Output")
            (Path(name) / "Output" / "assets" / "vega.js").unlink()
            self.open()
            self.browser.get((Path(name) / "Output" / "01-charts.html").as_uri())
            self.browser.execute_script("arguments[0].click()", self.button("fig-line"))
            self.until("nothing is shown", lambda: self.all(".look-drawing svg") and self.all(".look-tools button"))
            before = self.find(".look-drawing svg").rect["width"]
            self.find(".look-tools [aria-label='Zoom in']").click()
            self.until("it stays as it is", lambda: self.find(".look-drawing svg").rect["width"] > before * 1.3)
            self.assertTrue(self.all(".look-rows tbody tr"))

    def test_a_preview_and_print_leave_the_line_out(self):
        self.open()
        ActionChains(self.browser).move_to_element(self.find("a.reference[href='#fig-line']")).perform()
        self.until("no preview was shown", lambda: self.all(".preview svg"))
        self.assertEqual(self.all(".preview .figure-tools"), [])
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        self.assertFalse(self.find("#fig-line .figure-tools").is_displayed())
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


class Hostile(Book):
    # What no page holds, since it is stripped when the page is made: for the browser's own defences.
    UNSTRIPPED = {
        "$schema": "https://bad.example/v5.json", "width": 300, "height": 200,
        "usermeta": {"embedOptions": {"ast": False, "actions": True, "editorUrl": "https://bad.example/"}},
        "datasets": {"own": [{"a": 1, "b": 2, "t": "<img src=x onerror='window.bad=1'>"}, {"a": 2, "b": 3, "t": "x"}]},
        "layer": [
            {"data": {"name": "own"}, "mark": {"type": "point", "size": 4000, "href": "javascript:window.bad=2",
                                               "cursor": "pointer", "tooltip": {"content": "data"}},
             "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}}},
            {"data": {"name": "own"}, "mark": {"type": "image", "url": "https://bad.example/mark.png", "width": 20,
                                               "height": 20},
             "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}}},
            {"data": {"url": "https://bad.example/rows.csv"}, "mark": "point",
             "encoding": {"x": {"field": "a", "type": "quantitative"}}},
        ]}

    def nothing_happened(self):
        canvas = self.find(".look-drawing canvas, .look-drawing svg")
        for x in range(-150, 151, 30):
            ActionChains(self.browser, duration=0).move_to_element_with_offset(canvas, x, 0).click().perform()
        self.browser.switch_to.active_element.send_keys("x")
        time.sleep(0.5)
        self.assertIsNone(self.browser.execute_script("return window.bad === undefined ? null : window.bad"))
        self.assertIsNone(self.browser.execute_script("return ({}).bad === undefined ? null : 1"))
        self.assertEqual([url for url in self.requests() if "bad.example" in url], [])
        self.assertEqual(self.all("dialog img, dialog script, dialog input, main input"), [])

    def test_a_specification_runs_and_loads_nothing(self):
        for served in (False, True):
            with self.subTest(served=served):
                self.open("02-hostile.html", served=served)
                self.look("fig-hostile")
                self.assertIn("<script>", self.find(".look h2").text)
                self.assertIn("<img", self.find(".look-rows").text)
                self.nothing_happened()

    def test_the_browser_would_refuse_what_pages_do_not_hold(self):
        script = self.folder / "Output" / "assets" / "figures" / "02-hostile.js"
        before = script.read_text()
        self.addCleanup(script.write_text, before)
        figure = {"fig-hostile": {"spec": self.UNSTRIPPED, "table": {"columns": [], "rows": [], "count": 0}}}
        script.write_text(before.partition(" = ")[0] + " = " + json.dumps(figure) + ";\n")
        self.open("02-hostile.html")
        self.button("fig-hostile").click()
        self.until("nothing was drawn", lambda: self.all(".look-drawing canvas, .look-drawing svg"))
        self.nothing_happened()

    def test_no_code_is_made_from_text(self):
        self.open("02-hostile.html")
        self.look("fig-hostile")
        made = self.browser.execute_script("""
            const script = document.createElement("script");
            script.textContent = "window.bad = 9";
            document.head.appendChild(script);
            return window.bad === undefined ? "refused" : "run";""")
        self.assertEqual(made, "refused")

    def test_the_page_holds_nothing_that_loads_or_leads_away(self):
        text = (self.folder / "Output" / "assets" / "figures" / "02-hostile.js").read_text()
        figure = json.loads(text.partition(" = ")[2].strip().rstrip(";"))["fig-hostile"]
        layer, = figure["spec"]["layer"]
        self.assertEqual(sorted(layer["encoding"]), ["x", "y"])
        self.assertEqual(sorted(layer["mark"]), ["tooltip", "type"])
        self.assertEqual(layer["params"], [])
        self.assertEqual(figure["spec"]["params"], [{"name": "slide", "value": 1}])
        self.assertEqual(figure["spec"]["config"], {})
        self.assertEqual({"usermeta", "$schema"} & set(figure["spec"]), set())
        self.assertEqual(figure["spec"]["title"], {"text": figure["spec"]["description"]})
        self.assertNotIn("__proto__", json.dumps(figure["spec"]))


if __name__ == "__main__":
    unittest.main()
