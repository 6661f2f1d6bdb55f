"""Cells as a reader meets them: `python3 Tests/Pages/test_cells.py`.

Builds a small book and opens it from file://: what the copy button gives is pasted as a chapter of its own and must
show the same; the command of each cell is run; long output is cut, found and printed.
"""

import json
import re
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import check_pages

HERE = Path(__file__).resolve().parent
COMMAND = HERE.parents[1] / ".build" / "release" / "book"
WIDE, PHONE = 1440, 360
# Flags that a pasted cell keeps, since it fails as it did.
FAILING = ("throws", "traps", "fails", "warns", "compile")


def build(root, *options):
    return subprocess.run([COMMAND, "build", *options, "--root", root, "--output", root / "Output", "--report",
                           root / "report.json"], capture_output=True, text=True)


def cells_of(root):
    """The text of each cell by chapter and id."""
    report = json.loads((root / "report.json").read_text())
    return {(Path(chapter["file"]).stem, cell["id"]): cell["text"]
            for chapter in report["chapters"] for cell in chapter["cells"]}


class Cells(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        shutil.copytree(HERE / "Fixtures" / "cells", cls.folder, dirs_exist_ok=True)
        built = build(cls.folder, "--strict")
        assert built.returncode == 0, built.stderr
        cls.texts = cells_of(cls.folder)
        cls.browser = check_pages.start_browser()
        cls.addClassCleanup(cls.browser.quit)

    def open(self, page, width=WIDE, scripts=True, base=None):
        address = (base or (self.folder / "Output").as_uri()) + "/" + page
        check_pages.show(self.browser, address, width, scripts=scripts)

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def ask(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def wait(self, condition, what):
        for _ in range(100):
            found = condition()
            if found:
                return found
            time.sleep(0.03)
        self.fail(f"waited in vain for {what}")

    def allow_clipboard(self):
        self.browser.execute_cdp_cmd("Browser.grantPermissions", {
            "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})

    def clipboard(self):
        return self.browser.execute_async_script(
            "navigator.clipboard.readText().then(arguments[0], e => arguments[0]('error: ' + e))")

    def said(self, cell):
        return self.wait(lambda: cell.find_element(By.CSS_SELECTOR, ".copy-said").text, "a word about the copy")

    def boxes(self):
        return self.browser.find_elements(By.CSS_SELECTOR, ".cell")

    @staticmethod
    def cell_of(box):
        """The id of the cell that a box shows."""
        return box.get_attribute("data-cell") or re.sub("-code$", "", box.get_attribute("id"))

    def copy(self, box):
        self.ask("arguments[0].scrollIntoView({ block: 'center' })", box)
        box.find_element(By.CSS_SELECTOR, ".cell-place > .copy").click()
        said = self.said(box)
        return said, self.clipboard()

    @staticmethod
    def imports_apart(code):
        imports = [line for line in code.splitlines() if line.startswith("import ")]
        rest = [line for line in code.splitlines() if not line.startswith("import ")]
        return "```swift\n" + "\n".join(imports) + "\n```\n\n", "\n".join(rest).lstrip()

    # Copied code

    def test_what_is_copied_runs_elsewhere_and_shows_the_same(self):
        self.allow_clipboard()
        flags = dict(re.findall(r"```swift ([^\n]*)\n//\| label: (\S+)",
                                (self.folder / "Chapters" / "01-copied.md").read_text()))
        flags = {label: [flag for flag in words.split() if flag in FAILING] for words, label in flags.items()}
        self.open("01-copied.html")
        with tempfile.TemporaryDirectory() as folder:
            pasted = Path(folder)
            (pasted / "Chapters").mkdir()
            shutil.copytree(self.folder / "Chapters" / "Data", pasted / "Chapters" / "Data")
            (pasted / "Chapters" / "book.yml").write_text("language: 6\n")
            names = []
            for number, box in enumerate(self.boxes(), 10):
                cell = self.cell_of(box)
                said, code = self.copy(box)
                self.assertTrue(said.startswith("Copied"), said)
                self.assertNotIn("//|", code)
                inputs = "//| inputs: Chapters/Data/metals.csv\n" if "metals" in code else ""
                words = " ".join(["swift"] + flags.get(cell, []))
                first = ""
                if "throws" in words or "traps" in words:
                    # The engine puts such a cell into a block, where no import may stand.
                    first, code = self.imports_apart(code)
                (pasted / "Chapters" / f"{number}-pasted-{number}.md").write_text(
                    f"# {cell}\n\n{first}```{words}\n//| label: pasted-{number}\n{inputs}{code.rstrip()}\n```\n")
                names.append((f"{number}-pasted-{number}", cell))
            built = build(pasted, "--strict")
            self.assertEqual(built.returncode, 0, built.stderr)
            found = cells_of(pasted)
            self.assertGreater(len(names), 25)
            for stem, cell in names:
                with self.subTest(cell):
                    wanted = self.texts["01-copied", cell]
                    shown = found[stem, stem[3:]]
                    # Cells that are copied along may print too.
                    self.assertEqual(shown[len(shown) - len(wanted):], wanted)

    def test_it_says_what_it_copied(self):
        self.allow_clipboard()
        self.open("01-copied.html")
        for cell, words in [("uses-hidden", "Copied, with the cell that it needs"),
                            ("uses-list", "Copied, with the 3 cells that it needs"),
                            ("coins", "Copied, with the chapter's imports")]:
            with self.subTest(cell):
                self.assertEqual(self.copy(self.find(f"#{cell}"))[0], words)

    def test_a_cell_that_needs_nothing_is_copied_as_it_is(self):
        self.allow_clipboard()
        self.open("02-long.html")
        said, code = self.copy(self.find("#numbers"))
        self.assertEqual((said, code), ("Copied", 'for number in 1...60 { print("line \\(number)") }'))
        self.assertEqual(self.ask("return document.querySelectorAll('script[src*=\"assets/code\"]').length"), 0)

    def test_values_of_parameters_are_those_that_the_page_shows(self):
        self.allow_clipboard()
        self.open("01-copied.html")
        self.assertIn("let gamma = 2.5", self.copy(self.find("#uses-parameters"))[1])

    def test_a_listing_is_copied_as_it_stands(self):
        self.allow_clipboard()
        self.open("02-long.html")
        listing = self.find(".listing")
        listing.find_element(By.CSS_SELECTOR, ".copy").click()
        self.assertEqual(self.said(listing), "Copied")
        self.assertEqual(self.clipboard(), 'let listing = "not run"')

    def test_the_keyboard_copies(self):
        self.allow_clipboard()
        self.open("01-copied.html")
        button = self.find("#uses-hidden .cell-place > .copy")
        self.ask("arguments[0].focus()", button)
        button.send_keys(Keys.ENTER)
        self.said(self.find("#uses-hidden"))
        self.assertIn("func twice", self.clipboard())

    def test_without_the_script_of_the_page_the_cell_alone_is_copied_and_that_is_said(self):
        self.allow_clipboard()
        script = self.folder / "Output" / "assets" / "code" / "01-copied.js"
        moved = script.rename(script.with_suffix(".away"))
        self.addCleanup(moved.rename, script)
        self.open("01-copied.html")
        said, code = self.copy(self.find("#uses-hidden"))
        self.assertEqual(said, "Copied without the cells that it needs")
        self.assertEqual(code, "print(twice(21))")

    def test_where_the_clipboard_refuses_the_code_is_shown_selected(self):
        self.open("01-copied.html")
        self.ask("""
            Object.defineProperty(navigator, "clipboard", { value: undefined });
            document.execCommand = function () { return false; };
            """)
        box = self.find("#uses-hidden")
        box.find_element(By.CSS_SELECTOR, ".cell-place > .copy").click()
        self.assertEqual(self.said(box), "Selected: copy it with Ctrl+C or ⌘C")
        field = self.find(".copy-text")
        self.assertIn("func twice", field.get_property("value"))
        selected = self.ask("var f = arguments[0]; return f.selectionEnd - f.selectionStart", field)
        self.assertEqual(selected, len(field.get_property("value")))

    def test_where_the_page_may_not_use_the_clipboard_the_old_way_copies(self):
        self.allow_clipboard()
        self.open("01-copied.html")
        self.ask('Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });')
        box = self.find("#uses-hidden")
        box.find_element(By.CSS_SELECTOR, ".cell-place > .copy").click()
        self.assertEqual(self.said(box), "Copied, with the cell that it needs")
        self.ask("delete navigator.clipboard")
        self.assertIn("func twice", self.clipboard())

    def test_a_touch_screen_shows_the_buttons(self):
        self.open("01-copied.html", PHONE)
        button = self.find("#uses-hidden .cell-place > .copy")
        self.assertEqual(button.value_of_css_property("opacity"), "1")
        box = self.ask("var r = arguments[0].getBoundingClientRect(); return [r.width, r.height]", button)
        self.assertTrue(min(box) >= 24, f"{box} is too small for a finger")

    # Commands

    def test_each_cell_says_the_command_that_runs_it(self):
        self.open("01-copied.html", scripts=False)
        for box in self.boxes():
            summary = box.find_element(By.CSS_SELECTOR, ".run > summary")
            command = box.find_element(By.CSS_SELECTOR, ".run code").get_attribute("textContent")
            with self.subTest(command):
                self.assertTrue(summary.is_displayed())
                program, *words = command.split()
                self.assertEqual(program, "book")
                run = subprocess.run([COMMAND, *words, "--root", self.folder], capture_output=True, text=True)
                self.assertEqual(run.returncode, 0, run.stderr)
                self.assertIn(self.texts["01-copied", self.cell_of(box)], run.stdout)

    def test_the_command_opens_without_scripts_and_covers_nothing(self):
        for width in (WIDE, PHONE):
            with self.subTest(width):
                self.open("01-copied.html", width, scripts=False)
                box = self.find("#uses-hidden")
                code = box.find_element(By.CSS_SELECTOR, ".run code")
                is_seen = "return arguments[0].checkVisibility({ contentVisibilityAuto: true })"
                self.assertFalse(self.ask(is_seen, code))
                box.find_element(By.CSS_SELECTOR, ".run > summary").click()
                self.assertTrue(self.ask(is_seen, code))
                line, pre = code.rect, box.find_element(By.CSS_SELECTOR, ".code > pre").rect
                self.assertLessEqual(line["y"] + line["height"], pre["y"])

    def test_the_end_of_a_chapter_says_how_to_run_it_and_to_change_a_value(self):
        self.open("01-copied.html")
        commands = [code.text for code in self.browser.find_elements(By.CSS_SELECTOR, ".chapter-run code")]
        self.assertEqual(commands, ["book run 1", "book run 1 --set gamma=2.5", "Chapters/01-copied.md"])
        run = subprocess.run([COMMAND, *commands[1].split()[1:], "--root", self.folder], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.open("02-long.html")
        commands = [code.text for code in self.browser.find_elements(By.CSS_SELECTOR, ".chapter-run code")]
        self.assertEqual(commands, ["book run 2", "Chapters/02-long.md"])

    # What is long

    def test_what_is_long_is_cut_and_opens_without_scripts(self):
        self.open("02-long.html", scripts=False)
        for place, words in [("#numbers .output", "All 60 lines"), ("#rows", "All 40 rows"),
                             ("#code .code", "All 43 lines")]:
            with self.subTest(place):
                box = self.find(f"{place} .long > :first-child")
                self.assertLess(box.rect["height"], box.get_property("scrollHeight"))
                summary = self.find(f"{place} .more > summary")
                self.assertEqual(summary.text, words)
                summary.click()
                self.assertEqual(box.get_property("clientHeight"), box.get_property("scrollHeight"))

    def test_what_is_short_or_not_to_be_folded_is_whole(self):
        self.open("02-long.html")
        for cell in ("whole", "just"):
            self.assertEqual(self.browser.find_elements(By.CSS_SELECTOR, f"#{cell} .long"), [])

    def place_of_line(self, words):
        return self.ask("""
            var text = document.querySelector("#numbers .long > pre").firstChild, range = document.createRange();
            range.setStart(text, text.data.indexOf(arguments[0]));
            range.setEnd(text, text.data.indexOf(arguments[0]) + arguments[0].length);
            return range.getBoundingClientRect().top;
            """, words)

    def test_what_a_search_scrolls_to_stays_where_it_is_when_the_rest_opens(self):
        self.open("02-long.html")
        time.sleep(1.2)
        found = self.ask("""
            var box = document.querySelector("#numbers .long > pre"), line = parseFloat(getComputedStyle(box).lineHeight);
            window.scrollTo(0, 40);
            box.scrollTop = 40 * line;
            return box.getBoundingClientRect().top + 6 * line;
            """)
        self.wait(lambda: self.find("#numbers .more").get_property("open"), "the output to open")
        self.assertAlmostEqual(self.place_of_line("line 47"), found, delta=6)

    def test_a_link_to_words_that_are_cut_shows_them(self):
        for scripts in (True, False):
            self.open("02-long.html#:~:text=line%2057", scripts=scripts)
            box = self.find("#numbers .long > pre")
            self.wait(lambda: box.get_property("scrollTop") > 0, "the box to scroll")
            top, bottom = self.ask("var r = arguments[0].getBoundingClientRect(); return [r.top, r.bottom]", box)
            self.assertTrue(max(0, top) <= self.place_of_line("line 57") <= min(880, bottom))

    def test_what_is_cut_is_copied_whole_with_what_is_around_it(self):
        self.open("02-long.html", scripts=False)
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        text = self.ask("""
            getSelection().selectAllChildren(document.querySelector("#numbers"));
            return getSelection().toString();
            """)
        self.assertIn("line 60", text)

    def test_paper_shows_all_of_it(self):
        self.open("02-long.html")
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        self.addCleanup(self.browser.execute_cdp_cmd, "Emulation.setEmulatedMedia", {"media": ""})
        for place in ("#numbers .long > pre", "#rows .table-box", "#code .long > pre"):
            box = self.find(place)
            self.assertEqual(box.get_property("clientHeight"), box.get_property("scrollHeight"), place)
        self.assertFalse(self.find("#numbers .more").is_displayed())
        self.assertFalse(self.find("#numbers .run").is_displayed())

    def test_a_huge_output_goes_on_in_a_file(self):
        page = (self.folder / "Output" / "02-long.html")
        self.assertLess(page.stat().st_size, 200_000)
        self.open("02-long.html")
        link = self.find("#huge .rest a")
        self.assertEqual(link.text, "All of it: 100,000 lines, 5.8 MB")
        lines = (self.folder / "Output" / link.get_dom_attribute("href")).read_text().splitlines()
        self.assertEqual((len(lines), lines[-1][:14]), (100_000, "number 100000 "))


if __name__ == "__main__":
    unittest.main()
