"""Each kind of thing that a page can show, also each kind of failure: `python3 Tests/Pages/test_everything.py`.

Builds one book of them; looks at its pages as at those of any book, then walks through them with the keyboard alone.
"""

import subprocess
import tempfile
import unittest
from pathlib import Path

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import built_book
import check_pages

# Where the focus is, how it is shown, and whether it is in sight.
FOCUS = """
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    if (!e.dataset.stop) e.dataset.stop = String(document.querySelectorAll("[data-stop]").length + 1);
    const box = e.getClientRects()[0] ?? e.getBoundingClientRect(), style = getComputedStyle(e);
    const middle = [Math.min(Math.max(box.left + Math.min(box.width / 2, 40), 1), innerWidth - 1), box.top + box.height / 2];
    const top = document.elementFromPoint(...middle);
    return {
        name: e.localName + (e.id ? "#" + e.id : "") + "." + e.className, stop: Number(e.dataset.stop),
        seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.opacity === "1",
        inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        uncovered: !top || e.contains(top) || top.contains(e) || Boolean(top.closest(".preview")),
    };
"""
# The stops in the order of the document.
STOPS = """
    return [...document.querySelectorAll("a[href], button, summary, input, [tabindex]")].filter(e =>
        e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true})).map(e =>
        e.localName + (e.id ? "#" + e.id : "") + "." + e.className);
"""


class Everything(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.output = built_book.build(cls, built_book.fixture("everything"), status=1)
        cls.browser = built_book.browser(cls)

    def page(self, name, **how):
        page = check_pages.Page(self.browser, self.output / name)
        page.open(**how)
        page.ask("settled")
        return page

    def test_its_pages_are_sound(self):
        passed, failed = check_pages.check_folder(self.output)
        self.assertEqual(failed, [])
        self.assertGreater(passed, 80)

    def test_each_kind_of_thing_is_there(self):
        text = "".join(path.read_text(encoding="utf-8") for path in self.output.glob("*.html"))
        for mark in ['class="claim holds"', 'class="claim fails"', "output diagnostic error", "output diagnostic warning",
                     "output required", "output stderr", 'class="not-run"', "not-run failed", "missing-value", "failed-math",
                     'class="difference"', 'class="box solution"', 'class="end-notes"', 'class="works"', 'class="claims"',
                     'class="raw"', "<td></td>", 'scope="row"', "<svg", 'class="fold"', 'class="more"']:
            self.assertIn(mark, text)

    def test_every_kind_of_preview_lets_everybody_in(self):
        for name in ["01-sound.html", "02-notes.html"]:
            page = self.page(name)
            links = self.browser.execute_script(
                "return document.querySelectorAll('main a.reference, main a.cite, main .note-mark a').length")
            for number in range(links):
                with self.subTest(f"{name} {number}"):
                    page.wait_for("openPreview", number)
                    self.assertEqual(page.violations(within=".preview") if self.find(".preview") else [], [])
                    page.ask("closePreview")

    def find(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def test_the_keyboard_reaches_everything_in_order(self):
        for name in ["01-sound.html", "02-notes.html", "03-failing.html", "bibliography.html", "index.html"]:
            for width in (check_pages.WIDE, check_pages.PHONE):
                with self.subTest(f"{name} {width}"):
                    self.page(name, width=width)
                    stops = self.browser.execute_script(STOPS)
                    reached, hidden = [], []
                    for _ in range(len(stops) + 5):
                        ActionChains(self.browser).send_keys(Keys.TAB).perform()
                        there = self.browser.execute_script(FOCUS)
                        if there is None or there["stop"] <= len(reached):
                            break
                        if "preview" in there["name"]:
                            continue
                        reached.append(there["name"])
                        if not (there["seen"] and there["inSight"] and there["uncovered"]):
                            hidden.append(there)
                    self.assertEqual(hidden, [])
                    self.assertEqual(reached, stops)

    def test_the_first_stops_lead_to_the_text_and_to_the_contents(self):
        self.page("01-sound.html")
        for number, place in [(1, "main"), (2, "contents")]:
            self.page("01-sound.html")
            for _ in range(number):
                ActionChains(self.browser).send_keys(Keys.TAB).perform()
            self.browser.switch_to.active_element.send_keys(Keys.ENTER)
            self.assertTrue(self.browser.current_url.endswith("#" + place))

    def test_a_box_scrolls_by_keyboard(self):
        page = self.page("01-sound.html", width=check_pages.PHONE)
        for selector in ["#eq-wide .formula", "main .display", "#tbl-wide .table-box", ".listing pre"]:
            with self.subTest(selector):
                moved = self.browser.execute_script(f"""
                    const box = document.querySelector({selector!r});
                    box.focus();
                    return [document.activeElement === box, box.getAttribute("aria-label") || ""];""")
                self.assertTrue(moved[0] and moved[1], moved)
                for _ in range(3):
                    ActionChains(self.browser).send_keys(Keys.ARROW_RIGHT).perform()
                self.assertGreater(self.browser.execute_async_script(
                    f"const box = document.querySelector({selector!r}); const done = arguments[0];"
                    "setTimeout(() => done(box.scrollLeft), 300)"), 0)
        self.assertEqual(list(page.places()), [])

    def test_formulas_are_read_as_mathematics(self):
        self.page("01-sound.html")
        tree = self.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        roles = [node["role"]["value"] for node in tree if not node.get("ignored")]
        formulas = len(self.find(".katex"))
        self.assertEqual(sum(role in ("math", "MathMLMath") for role in roles), formulas)
        self.assertEqual(len(self.find(".katex-html[aria-hidden=true]")), formulas)

    def test_nothing_moves_by_itself(self):
        for name in ["01-sound.html", "03-failing.html", "index.html"]:
            self.page(name)
            self.assertEqual(self.browser.execute_script("return document.getAnimations().length"), 0)
            self.assertEqual(self.find("video, audio, marquee, meta[http-equiv=refresh]"), [])

    def test_a_page_is_usable_in_forced_colours_and_twice_as_large(self):
        page = self.page("03-failing.html")
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "forced-colors", "value": "active"}, {"name": "prefers-color-scheme", "value": "dark"}]})
        self.assertEqual(list(page.places()), [])
        edges = self.browser.execute_script(
            "return [...document.querySelectorAll('.code pre')].map(e => getComputedStyle(e).borderTopWidth)")
        self.assertNotIn("0px", edges)
        # 400 % of a screen of 1280 px (WCAG 2.2, 1.4.10), and 200 %.
        for name in ["01-sound.html", "02-notes.html", "03-failing.html", "04-broken.html", "bibliography.html", "index.html"]:
            for width in (320, 640):
                with self.subTest(f"{name} {width}"):
                    self.assertEqual(list(self.page(name, width=width).places()), [])

    def test_print_shows_what_is_folded(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "page.pdf"
            flags = ["--headless=new", "--disable-gpu", "--no-sandbox", f"--print-to-pdf={file}", "--no-pdf-header-footer"]
            subprocess.run(["/usr/bin/chromium", *flags, (self.output / "01-sound.html").as_uri()],
                           capture_output=True, check=True, timeout=120)
            text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
        self.assertIn("and then there comes", text)
        self.assertIn("line 40 of an output", text)
        self.assertNotIn("Skip to", text)


if __name__ == "__main__":
    unittest.main()
