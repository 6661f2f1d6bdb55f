"""Types of names in cells as a reader meets them: `python3 Tests/Pages/test_types.py`.

Builds a small book and opens it from file://: by pointer, by keyboard, by finger, on a phone, in the dark, and without
scripts.
"""

import json
import time
import unittest

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import built_book
import check_pages

WIDE, PHONE = 1440, 360
# The middle of the place of a word in the code of a box, brought into view.
PLACE = """
    const [box, word, number] = arguments;
    const code = document.querySelectorAll('.code')[box].querySelector('pre code');
    code.closest('.cell').scrollIntoView({block: 'center'});
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    let seen = 0, node;
    while ((node = walker.nextNode())) {
        for (let at = node.data.indexOf(word); at >= 0; at = node.data.indexOf(word, at + 1)) {
            if (seen++ < number) { continue; }
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            const rect = range.getBoundingClientRect();
            return [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
        }
    }
"""


class Types(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        built_book.build(cls, built_book.fixture("types"))
        cls.browser = built_book.browser(cls)

    def open(self, page="01-names.html", width=WIDE, scripts=True, scheme="light"):
        check_pages.show(self.browser, (self.folder / "Output" / page).as_uri(), width, scheme, scripts)

    def find_all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def button(self, number=0):
        return self.find_all(".types-button")[number]

    def point(self, word, box=0, number=0):
        """Moves the pointer to a word of the code."""
        x, y = self.browser.execute_script(PLACE, box, word, number)
        moves = ActionChains(self.browser, duration=50)
        # A pointer that was there already must move too.
        moves.w3c_actions.pointer_action.move_to_location(int(x) - 1, int(y))
        moves.w3c_actions.pointer_action.move_to_location(int(x), int(y))
        moves.perform()

    def shown(self):
        return self.browser.execute_script("const box = document.querySelector('.types-box'); return box && box.innerText")

    def wait_for(self, words):
        for _ in range(60):
            text = self.shown()
            if text and words in text:
                return self.find_all(".types-box")[0]
            time.sleep(0.05)
        self.fail(f"{words!r} was not shown, but {self.shown()!r}")

    def wait_for_none(self):
        for _ in range(60):
            if self.shown() is None:
                return
            time.sleep(0.05)
        self.fail("the type is still there")

    # By pointer

    def test_a_pointer_on_a_name_shows_its_declaration(self):
        self.open()
        for word, number, words in [
            ("share", 0, "let share: Double"),
            ("🎉", 0, "let 🎉: String"),
            ("Matrix", 0, "struct Matrix<Element>"),
            ("rows", 0, "init(rows: [[Element]])"),
            ("share", 2, "let share: Double"),
            ("matrix", 1, "let matrix: Matrix<Double>"),
            ("rowCount", 0, "rowCount: Int"),
        ]:
            with self.subTest(word, number=number):
                self.point(word, number=number)
                self.wait_for(words)

    def test_what_is_no_name_has_no_type(self):
        self.open()
        self.point("share")
        self.wait_for("let share")
        for word, box, number in [("share is", 0, 0), ("let", 0, 0), ("refused", 3, 0), ("0.25", 0, 0)]:
            with self.subTest(word):
                self.point(word, box, number)
                self.wait_for_none()
                time.sleep(0.5)
                self.assertIsNone(self.shown())

    def test_colours_are_those_of_code(self):
        self.open()
        self.point("share")
        box = self.wait_for("let share: Double")
        colour = "getComputedStyle(arguments[0]).color"
        for mark in ("k", "t"):
            there = self.browser.execute_script(f"return {colour}", box.find_element(By.CSS_SELECTOR, f".{mark}"))
            here = self.browser.execute_script(f"return {colour}", self.find_all(f".code pre .{mark}")[0]
                                               if self.find_all(f".code pre .{mark}") else box)
            self.assertEqual(there, here)

    def test_a_declaration_is_only_text(self):
        self.open()
        self.point("marked")
        box = self.wait_for("func marked")
        self.assertIn("<img src=x", box.text)
        self.assertEqual(box.find_elements(By.CSS_SELECTOR, "img, b"), [])
        self.assertNotEqual(self.browser.title, "broken")

    def test_the_pointer_can_move_into_the_box_which_stays_and_leads_to_the_list(self):
        self.open()
        self.point("Matrix")
        box = self.wait_for("A table of numbers")
        self.assertIn("LinearAlgebra", box.text)
        ActionChains(self.browser, duration=50).move_to_element(box).perform()
        time.sleep(0.8)
        link = box.find_element(By.CSS_SELECTOR, "a")
        self.assertEqual(link.text, "listed in appendix A")
        link.click()
        for _ in range(60):
            if "A-modules.html#cell-1" in self.browser.current_url:
                return
            time.sleep(0.05)
        self.fail(self.browser.current_url)

    def test_a_box_goes_when_the_pointer_leaves_and_by_escape(self):
        self.open()
        self.point("share")
        self.wait_for("let share")
        ActionChains(self.browser, duration=50).move_to_element(self.find_all("h1")[0]).perform()
        self.wait_for_none()
        self.point("share")
        self.wait_for("let share")
        ActionChains(self.browser).send_keys(Keys.ESCAPE).perform()
        self.wait_for_none()

    def test_the_code_has_no_marks_and_no_types_are_loaded_before(self):
        self.open()
        loaded = "return performance.getEntriesByType('resource').filter(e => e.name.includes('/types/')).length"
        self.assertEqual(self.browser.execute_script(loaded), 0)
        before = self.find_all(".code pre")[0].get_attribute("innerHTML")
        self.point("share")
        self.wait_for("let share")
        self.assertEqual(self.find_all(".code pre")[0].get_attribute("innerHTML"), before)
        self.assertEqual(self.browser.execute_script("return document.querySelectorAll('script[src*=types]').length"), 1)

    # By keyboard

    def test_a_button_steps_through_the_names_and_says_them(self):
        self.open()
        self.browser.execute_script("arguments[0].focus()", self.button())
        said = "return document.querySelector('.types-words').textContent"
        self.button().send_keys(Keys.ENTER)
        self.wait_for("let 🎉: String")
        self.assertRegex(self.browser.execute_script(said), r"^🎉, name 1 of \d+: let 🎉: String")
        self.button().send_keys(Keys.ARROW_RIGHT)
        self.wait_for("let share: Double")
        self.assertRegex(self.browser.execute_script(said), r"^share, name 2 of \d+: let share: Double")
        self.button().send_keys(Keys.ARROW_LEFT)
        self.wait_for("let 🎉")
        self.button().send_keys(Keys.END)
        self.wait_for("rowCount")
        self.button().send_keys(Keys.HOME)
        self.wait_for("let 🎉")
        self.button().send_keys(Keys.ESCAPE)
        self.wait_for_none()
        self.assertEqual(self.browser.switch_to.active_element, self.button())

    def test_a_press_behind_the_last_name_begins_again(self):
        self.open()
        self.browser.execute_script("arguments[0].focus()", self.button())
        self.button().send_keys(Keys.END)
        self.wait_for("rowCount")
        self.button().send_keys(Keys.ENTER)
        self.wait_for("let 🎉")

    def test_the_link_in_a_box_is_reached_by_tab_and_left_by_escape(self):
        self.open()
        self.browser.execute_script("arguments[0].focus()", self.button())
        self.button().send_keys(Keys.ENTER)
        for _ in range(20):
            if "listed in" in (self.shown() or ""):
                break
            self.button().send_keys(Keys.ARROW_RIGHT)
            time.sleep(0.05)
        self.button().send_keys(Keys.TAB)
        self.assertEqual(self.browser.switch_to.active_element.text, "listed in appendix A")
        self.browser.switch_to.active_element.send_keys(Keys.ESCAPE)
        self.wait_for_none()
        self.assertEqual(self.browser.switch_to.active_element, self.button())

    def test_leaving_the_button_closes_the_box(self):
        self.open()
        self.browser.execute_script("arguments[0].focus()", self.button())
        self.button().send_keys(Keys.ENTER)
        self.wait_for("let 🎉")
        self.button().send_keys(Keys.TAB)
        self.wait_for_none()

    def test_folded_code_unfolds_and_wide_code_scrolls_to_the_name(self):
        self.open(width=PHONE)
        self.browser.execute_script("arguments[0].focus()", self.button(1))
        self.button(1).send_keys(Keys.ENTER)
        self.wait_for("let folded: [Double: String]")
        self.browser.execute_script("arguments[0].focus()", self.button(2))
        for _ in range(7):
            self.button(2).send_keys(Keys.ARROW_RIGHT)
            time.sleep(0.05)
        self.assertGreater(self.browser.execute_script(
            "return document.querySelectorAll('.code pre')[2].scrollLeft"), 0)

    # By finger, on a phone, in the dark

    def test_a_tap_shows_and_a_tap_elsewhere_closes(self):
        self.open(width=PHONE)
        tap = self.browser.execute_cdp_cmd
        tap("Emulation.setTouchEmulationEnabled", {"enabled": True})
        try:
            for word, words in [("share", "let share: Double"), (None, None)]:
                x, y = (self.browser.execute_script(PLACE, 0, word, 0) if word else (180, 20))
                tap("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
                tap("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
                if words:
                    self.wait_for(words)
                else:
                    self.wait_for_none()
        finally:
            tap("Emulation.setTouchEmulationEnabled", {"enabled": False})

    def test_a_box_fits_the_screen_in_both_themes(self):
        for width, scheme in [(WIDE, "light"), (WIDE, "dark"), (PHONE, "light"), (PHONE, "dark")]:
            with self.subTest(width=width, scheme=scheme):
                self.open(width=width, scheme=scheme)
                self.point("Matrix")
                rect = self.wait_for("struct Matrix").rect
                self.assertGreaterEqual(rect["x"], 0)
                self.assertLessEqual(rect["x"] + rect["width"], width)
                self.assertLessEqual(self.browser.execute_script("return document.documentElement.scrollWidth"), width)
                page = check_pages.Page(self.browser, self.folder / "Output" / "01-names.html")
                self.assertEqual(page.ask("weakContrasts"), [])

    def test_without_scripts_nothing_is_there(self):
        self.open(scripts=False)
        self.assertEqual(self.find_all(".types-button, .types-box"), [])
        self.assertIn("let matrix", self.find_all(".code pre")[0].text)

    # What is written

    def test_the_script_names_what_the_page_shows(self):
        script = (self.folder / "Output" / "assets" / "types" / "01-names.js").read_text()
        types = json.loads(script.split(" = ", 1)[1].rstrip().rstrip(";"))
        self.assertEqual(sorted(types["cells"]), ["cell-1", "cell-2", "cell-3"])
        for places in types["cells"].values():
            self.assertEqual(len(places) % 3, 0)
            self.assertTrue(all(number < len(types["names"]) for number in places[2::3]))

    def test_nothing_was_said_on_the_console(self):
        self.open()
        self.point("share")
        self.wait_for("let share")
        said = [entry for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"]
        self.assertEqual(said, [])


if __name__ == "__main__":
    unittest.main()
