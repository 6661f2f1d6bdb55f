"""References as a reader meets them: `python3 Tests/Pages/test_references.py`.

Builds a small book and opens it from file://: previews by pointer and by keyboard, what works without scripts, notes
beside the text and at its foot, and the page at a former address.
"""

import time
import unittest

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import built_book
import check_pages

WIDE, TABLET, PHONE = 1440, 768, 360


class References(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        built_book.build(cls, built_book.fixture("references"), "--strict")
        cls.browser = built_book.browser(cls)

    def open(self, page, width=WIDE, scripts=True, scheme="light"):
        name, _, place = page.partition("#")
        address = (self.folder / "Output" / name).as_uri() + ("#" + place if place else "")
        check_pages.show(self.browser, address, width, scheme, scripts)

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def previews(self):
        return self.browser.find_elements(By.CSS_SELECTOR, ".preview")

    def hover(self, element):
        ActionChains(self.browser).move_to_element(element).perform()

    def wait_for_preview(self):
        for _ in range(40):
            if self.previews():
                return self.previews()[0]
            time.sleep(0.05)
        self.fail("no preview was shown")

    def wait_for_none(self):
        for _ in range(40):
            if not self.previews():
                return
            time.sleep(0.05)
        self.fail("the preview is still there")

    # Previews

    def test_a_pointer_on_a_reference_shows_where_it_leads(self):
        for link, words in [
            ("a.reference[href='#def-alpha']", "It comes first"),
            ("a.reference[href='02-beta.html#thm-beta']", "It comes after"),
            ("a.reference[href='02-beta.html#sec-beta']", "Its first words"),
            ("a.reference[href='02-beta.html#tbl-beta']", "A table"),
            ("a.reference[href='02-beta.html']", "What beta is."),
            ("a.cite", "On what is known"),
        ]:
            with self.subTest(link):
                self.open("01-alpha.html", TABLET)
                self.hover(self.find(link))
                self.assertIn(words, self.wait_for_preview().get_attribute("textContent"))

    def test_a_note_is_shown_where_it_is_not_beside_the_text(self):
        self.open("01-alpha.html", TABLET)
        self.hover(self.find(".note-mark a"))
        self.assertIn("The first note", self.wait_for_preview().get_attribute("textContent"))
        self.open("01-alpha.html", WIDE)
        self.hover(self.find(".note-mark a"))
        time.sleep(0.8)
        self.assertEqual(self.previews(), [])

    def test_the_pointer_can_move_into_the_preview_which_stays(self):
        self.open("01-alpha.html")
        self.hover(self.find("a.reference[href='02-beta.html#thm-beta']"))
        preview = self.wait_for_preview()
        self.hover(preview)
        time.sleep(0.8)
        self.assertEqual(self.previews(), [preview])
        preview.find_element(By.CSS_SELECTOR, "a[href$='#tbl-beta']").click()
        self.assertTrue(self.browser.current_url.endswith("02-beta.html#tbl-beta"), self.browser.current_url)

    def test_a_preview_goes_when_the_pointer_leaves(self):
        self.open("01-alpha.html")
        self.hover(self.find("a.reference[href='#def-alpha']"))
        self.wait_for_preview()
        self.hover(self.find("h1"))
        self.wait_for_none()

    def test_focus_shows_and_escape_closes(self):
        self.open("01-alpha.html")
        body = self.find("body")
        for _ in range(40):
            self.browser.switch_to.active_element.send_keys(Keys.TAB)
            if "reference" in (self.browser.switch_to.active_element.get_attribute("class") or ""):
                break
        link = self.browser.switch_to.active_element
        self.assertIn("It comes after", self.wait_for_preview().get_attribute("textContent"))
        link.send_keys(Keys.ESCAPE)
        self.wait_for_none()
        self.assertEqual(self.browser.switch_to.active_element, link)
        time.sleep(0.8)
        self.assertEqual(self.previews(), [])
        link.send_keys(Keys.TAB)
        self.wait_for_preview()
        body.send_keys(Keys.ESCAPE)

    def test_a_preview_adds_no_name_twice_and_fits_the_screen(self):
        for width in (WIDE, TABLET, PHONE):
            with self.subTest(width):
                self.open("01-alpha.html", width)
                self.hover(self.find("a.reference[href='#def-alpha']"))
                box = self.wait_for_preview().rect
                self.assertGreaterEqual(box["x"], 0)
                self.assertLessEqual(box["x"] + box["width"], width)
                names = self.browser.execute_script("return [...document.querySelectorAll('[id]')].map(e => e.id)")
                self.assertEqual(len(names), len(set(names)))

    def test_no_motion_without_consent(self):
        self.open("01-alpha.html")
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
        self.hover(self.find("a.reference[href='#def-alpha']"))
        animation = self.wait_for_preview().value_of_css_property("animation-name")
        self.assertEqual(animation, "none")

    def test_without_scripts_links_lead_there(self):
        self.open("01-alpha.html", scripts=False)
        self.find("a.cite").click()
        self.assertTrue(self.browser.current_url.endswith("01-alpha.html#ref-known"))
        self.assertEqual(self.previews(), [])

    # Notes

    def rects(self):
        return self.browser.execute_script("""
            const rect = node => { const r = node.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
            return {calls: [...document.querySelectorAll('.note-mark a')].map(rect),
                    notes: [...document.querySelectorAll('.end-notes li')].map(rect),
                    text: rect(document.querySelector('main > p')),
                    last: rect(document.querySelector('main > p:last-of-type'))};""")

    def test_notes_stand_beside_their_calls_where_there_is_room(self):
        for scripts in (True, False):
            with self.subTest(scripts=scripts):
                self.open("01-alpha.html", WIDE)
                there = self.rects()
                for (call, note) in zip(there["calls"], there["notes"]):
                    self.assertGreater(note[0], there["text"][2])
                    self.assertGreaterEqual(note[1], call[1] - 2)
                    self.assertLessEqual(note[2], WIDE)
                self.assertLess(abs(there["notes"][0][1] - there["calls"][0][1]), 4)
                # The second would overlap the first, so it stands below it.
                self.assertGreater(there["notes"][1][1], there["notes"][0][3])

    def test_notes_stand_at_the_foot_elsewhere(self):
        for width in (TABLET, PHONE):
            with self.subTest(width):
                self.open("01-alpha.html", width)
                there = self.rects()
                self.assertGreater(there["notes"][0][1], there["last"][3])
                self.assertEqual(self.browser.page_source.count("The second note"), 1)

    # Former addresses

    def test_a_former_address_leads_to_the_page_and_its_place(self):
        self.open("old-beta.html#thm-beta")
        self.wait_for_url("02-beta.html#thm-beta")
        self.open("old-beta.html", scripts=False)
        self.wait_for_url("02-beta.html")

    def wait_for_url(self, end):
        for _ in range(60):
            if self.browser.current_url.endswith("/" + end):
                return
            time.sleep(0.05)
        self.assertTrue(self.browser.current_url.endswith("/" + end), self.browser.current_url)

    # All of it

    def test_the_pages_are_sound(self):
        passed, failed = check_pages.check_folder(self.folder / "Output")
        self.assertEqual(failed, [])
        self.assertGreater(passed, 0)


if __name__ == "__main__":
    unittest.main()
