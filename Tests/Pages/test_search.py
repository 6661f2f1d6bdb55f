"""The search as a reader meets it: `python3 Tests/Pages/test_search.py`.

Builds a small book and searches it from file:// and over the loopback: by pointer, by keyboard, on a phone, with words
of the text that would be markup if anybody let them, without scripts, after an edit, and with a file missing.
"""

import functools
import http.server
import json
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
import check_search

HERE = Path(__file__).resolve().parent
COMMAND = HERE.parents[1] / ".build" / "release" / "book"
WIDE, TABLET, PHONE = 1440, 768, 360
SMALLEST_TARGET = 24


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def build(folder):
    built = subprocess.run([COMMAND, "build", "--root", folder, "--output", folder / "Output"],
                           capture_output=True, text=True)
    assert built.returncode == 0, built.stderr


class SearchCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        shutil.copytree(HERE / "Fixtures" / "search", cls.folder, dirs_exist_ok=True)
        build(cls.folder)
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(QuietHandler, directory=cls.folder / "Output"))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        cls.addClassCleanup(server.server_close)
        cls.addClassCleanup(server.shutdown)
        cls.places = {
            "file": (cls.folder / "Output").as_uri() + "/", "http": f"http://127.0.0.1:{server.server_port}/"}
        cls.browser = check_pages.start_browser()
        cls.addClassCleanup(cls.browser.quit)

    def open(self, page="01-alpha.html", width=WIDE, scripts=True, scheme="light", place="file"):
        check_pages.show(self.browser, self.places[place] + page, width, scheme, scripts)
        if scripts:
            self.browser.execute_script("try { sessionStorage.clear(); localStorage.clear(); } catch (error) {}")

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def ask(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def focused(self):
        return self.browser.switch_to.active_element

    def press(self, *keys):
        for key in keys:
            self.focused().send_keys(key)

    def wait(self, what, is_there):
        for _ in range(100):
            found = is_there()
            if found:
                return found
            time.sleep(0.05)
        self.fail(what)

    def open_search(self):
        self.press("/")
        self.wait("the search did not open", lambda: self.ask(
            "return document.activeElement.type === 'search' && !!(window.bookSearch || {}).find && !!window.lunr"
            " && !!bookSearch.index"))

    def search(self, words):
        """Types the words, and waits for what is said of them."""
        box = self.find("dialog.search input[type=search]")
        self.ask("document.querySelector('dialog [role=status]').textContent = ''")
        box.send_keys(Keys.CONTROL, "a")
        box.send_keys(words)
        return self.wait("nothing was said", lambda: self.find("dialog [role=status]").text)

    def results(self):
        """The results as pairs of address and text, once their excerpts are there."""
        links = self.all("dialog.search ol a")
        return [(link.get_attribute("href").split("/")[-1], link.get_attribute("textContent")) for link in links]

    def wait_for_excerpts(self):
        self.wait("an excerpt is missing", lambda: self.ask(
            "return [...document.querySelectorAll('.search-excerpt')].every(node => node.textContent)"))
        return self.results()

    def wait_for_url(self, end):
        self.wait(f"the page is not {end}", lambda: self.browser.current_url.endswith("/" + end))

    def is_open(self):
        return self.ask("const box = document.querySelector('dialog.search'); return !!box && box.open")

    def resources(self):
        """The files of the search that the page has loaded."""
        return self.ask(
            "return performance.getEntriesByType('resource').map(entry => entry.name)"
            ".concat([...document.scripts].map(script => script.src)).filter(name => name.includes('/search/'))")


class Search(SearchCase):
    def test_nothing_is_loaded_before_the_first_search(self):
        for place in self.places:
            with self.subTest(place):
                self.open(place=place)
                time.sleep(0.3)
                self.assertEqual(self.resources(), [])
                self.assertEqual(self.ask("return [typeof lunr, typeof bookSearch]"), ["undefined", "undefined"])
                self.open_search()
                self.assertFalse([name for name in self.resources() if "/texts/" in name])
                self.search("needle")
                self.wait_for_excerpts()
                texts = {name.split("/")[-1] for name in self.resources() if "/texts/" in name}
                self.assertEqual(texts, {"02-beta.js"})

    def test_a_reader_finds_a_place_by_keyboard_alone(self):
        for place in self.places:
            with self.subTest(place):
                self.open(place=place)
                self.open_search()
                self.assertEqual(self.search("wombat"), "2 results.")
                found = self.wait_for_excerpts()
                self.assertEqual([address for address, _ in found], ["01-alpha.html", "02-beta.html"])
                self.press(Keys.ARROW_DOWN)
                self.assertEqual(self.focused().get_attribute("href").split("/")[-1], "01-alpha.html")
                self.press(Keys.ARROW_DOWN)
                self.assertEqual(self.focused().get_attribute("href").split("/")[-1], "02-beta.html")
                self.press(Keys.ARROW_DOWN)
                self.assertEqual(self.focused().get_attribute("href").split("/")[-1], "02-beta.html")
                self.press(Keys.ARROW_UP, Keys.ARROW_UP)
                self.assertEqual(self.focused().get_attribute("type"), "search")
                self.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER)
                self.wait_for_url("02-beta.html")

    def test_enter_follows_the_first_result(self):
        self.open()
        self.open_search()
        self.search("needle")
        self.wait_for_excerpts()
        self.press(Keys.ENTER)
        self.wait_for_url("02-beta.html#sec-beta-deep")

    def test_escape_closes_and_gives_the_focus_back(self):
        self.open()
        self.find(".search-open").click()
        self.wait("the search did not open", self.is_open)
        self.press(Keys.ESCAPE)
        self.assertFalse(self.is_open())
        self.assertEqual(self.focused().get_attribute("class"), "search-open")
        self.press(Keys.ENTER)
        self.wait("the search did not open again", self.is_open)
        self.search("wombat")
        self.press(Keys.ARROW_DOWN, Keys.ESCAPE)
        self.assertFalse(self.is_open())

    def test_tab_reaches_everything(self):
        self.open()
        self.open_search()
        self.search("platypus")
        seen = []
        for _ in range(14):
            self.press(Keys.TAB)
            seen.append(self.focused().get_attribute("class") or self.focused().tag_name)
        self.assertEqual(seen[:13], ["search-close"] + 10 * ["a"] + ["search-more", "input"])

    def test_more_results_are_shown_when_asked_for(self):
        self.open()
        self.open_search()
        self.assertEqual(self.search("platypus"), "15 results.")
        self.assertEqual(len(self.results()), 10)
        self.assertEqual(self.find(".search-more").text, "Show 5 more")
        self.find(".search-more").click()
        self.assertEqual(len(self.results()), 15)
        self.assertFalse(self.find(".search-more").is_displayed())
        self.assertEqual(self.focused(), self.all("dialog.search ol a")[10])
        self.search("platypu")
        for _ in range(11):
            self.press(Keys.ARROW_DOWN)
        self.assertEqual(self.focused(), self.all("dialog.search ol a")[10])

    def test_a_pointer_opens_follows_and_closes(self):
        self.open(width=PHONE)
        self.find(".search-open").click()
        self.wait("the search did not open", lambda: self.is_open() and self.ask("return !!window.lunr"))
        self.search("echidna")
        self.all("dialog.search ol a")[0].click()
        self.wait_for_url("03-c%23.html")
        self.open()
        self.open_search()
        # A place on the same page: the dialog must not stay in front of it.
        self.search("kangaroo")
        self.wait_for_excerpts()
        self.all("dialog.search ol a")[0].click()
        self.assertFalse(self.is_open())
        self.assertEqual(self.ask("return location.hash"), "#thm-kangaroo")
        self.open_search()
        ActionChains(self.browser).move_by_offset(3, 3).click().perform()
        self.wait("a click beside the dialog did not close it", lambda: not self.is_open())
        self.find(".search-open").click()
        self.find(".search-close").click()
        self.assertFalse(self.is_open())

    def test_a_result_says_where_it_is_and_leads_there(self):
        self.open()
        self.open_search()
        for words, address, texts in [
            ("kangaroo", "01-alpha.html#thm-kangaroo", ["1.2 Measures", "Chapter 1 · Alpha networks", "Theorem 1.1"]),
            ("γ ≥", "01-alpha.html#thm-kangaroo", ["For all γ ≥ 2√k"]),
            ("gamma", "01-alpha.html#thm-kangaroo", ["γ"]), ("x_i", "01-alpha.html#thm-kangaroo", ["x_i"]),
            ("relunetwork", "01-alpha.html", ["Alpha networks", "ReluNetwork"]),
            ("relu", "01-alpha.html", ["ReluNetwork"]), ("cafe", "01-alpha.html", ["café"]),
            ("kangaroo claim", "01-alpha.html#thm-kangaroo", ["No section"]),
            ("separators", "01-alpha.html#lst-hostile", ["Listing 1.1", "separators"]),
        ]:
            with self.subTest(words):
                said = self.search(words)
                found = self.wait_for_excerpts()[0]
                if texts == ["No section"]:
                    continue
                self.assertEqual(found[0], address)
                for text in texts:
                    self.assertIn(text, found[1] + said)

    def test_found_words_are_marked(self):
        self.open()
        self.open_search()
        self.search("needle")
        self.wait_for_excerpts()
        marks = [mark.get_attribute("textContent") for mark in self.all("dialog.search mark")]
        self.assertEqual(marks, ["needle"])
        self.assertIn("…", self.results()[0][1])

    def test_spelling_and_nothing_are_said(self):
        self.open()
        self.open_search()
        self.assertEqual(self.search("bakcdoors"), "1 result. Nothing has “bakcdoors”: searched for “backdoors”.")
        self.assertEqual(self.search("needle kangaroo"),
                         "2 results. No section has all of these words; these have some.")
        self.assertEqual(self.search("qqqqq"), "Nothing found.")
        self.find(".search-none a").click()
        self.wait_for_url("index.html")

    def test_what_is_said_is_in_a_live_region_and_names_are_there(self):
        self.open()
        self.open_search()
        self.search("wombat")
        roles = self.ask("""
            const dialog = document.querySelector('dialog.search');
            return [dialog.getAttribute('aria-label'), dialog.querySelector('input').getAttribute('aria-label'),
                    dialog.querySelectorAll('[role=search]').length, dialog.querySelectorAll('ol > li > a').length,
                    document.querySelector('.search-open').getAttribute('aria-haspopup')];""")
        self.assertEqual(roles, ["Search the book", "Search the book", 1, 2, "dialog"])

    def test_slash_is_for_the_search_only_where_nobody_types(self):
        self.open()
        self.ask("document.querySelector('main').insertAdjacentHTML('afterbegin', '<input id=own>')")
        self.find("#own").send_keys("a/b")
        self.assertEqual(self.find("#own").get_attribute("value"), "a/b")
        self.assertFalse(self.is_open())
        self.ask("document.activeElement.blur()")
        self.open_search()
        self.press("/")
        self.assertEqual(self.find("dialog.search input[type=search]").get_attribute("value"), "/")

    def test_slash_can_be_turned_off(self):
        self.open()
        self.open_search()
        self.find(".search-foot input").click()
        self.press(Keys.ESCAPE)
        self.find("body").send_keys("/")
        self.assertFalse(self.is_open())
        self.browser.refresh()
        self.find("body").send_keys("/")
        self.assertFalse(self.is_open())
        self.assertIsNone(self.find(".search-open").get_attribute("aria-keyshortcuts"))
        self.find(".search-open").click()
        self.find(".search-foot input").click()
        self.press(Keys.ESCAPE)
        self.find("body").send_keys("/")
        self.assertTrue(self.is_open())

    def test_the_last_search_is_kept_for_the_next_page(self):
        self.open()
        self.open_search()
        self.search("echidna")
        self.press(Keys.ENTER)
        self.wait_for_url("03-c%23.html")
        self.open_search()
        self.assertEqual(self.find("dialog.search input[type=search]").get_attribute("value"), "echidna")

    def test_hostile_text_stays_text(self):
        for place in self.places:
            with self.subTest(place):
                self.open(place=place)
                self.open_search()
                for words in ["marsupial", "hacked", "script", "<img src=x onerror=alert(1)>", "\"'><b>x", "\\u{1F600}",
                              "title:x +y -z w~9 *", "constructor __proto__ hasOwnProperty"]:
                    self.search(words)
                    time.sleep(0.1)
                    self.assertEqual(self.ask("""return [typeof window.hacked,
                        document.querySelectorAll('dialog img, dialog script, dialog b').length]"""),
                        ["undefined", 0])
                self.search("marsupial")
                text = " ".join(text for _, text in self.wait_for_excerpts())
                self.assertIn("Hostile <b>words</b>", text)
                self.search("onerror")
                text = " ".join(text for _, text in self.wait_for_excerpts())
                self.assertIn("<img src=x onerror=", text)
                self.search("rowkcab")
                self.search("txet")
                text = " ".join(text for _, text in self.wait_for_excerpts())
                self.assertIn("<U+202E>txet", text)
                self.assertNotIn("\u202e", text)

    def test_the_words_of_the_index_are_those_that_the_browser_finds(self):
        self.open()
        self.open_search()
        for page in ["01-alpha", "02-beta", "03-c%23"]:
            self.ask("const script = document.createElement('script'); script.src = arguments[0];"
                     "document.head.appendChild(script)", f"assets/search/texts/{page}.js")
            self.wait("no texts", lambda: self.ask("return !!bookSearch.texts[arguments[0]]", page + ".html"))
            difference = self.ask("""
                const line = bookSearch.index.find(line => line[0] === arguments[0]), words = new Set(), terms = new Set();
                let before = "";
                line[4].split(" ").forEach(rest => {
                    before = before.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
                    terms.add(before);
                });
                const add = text => bookSearch.words(text).forEach(word => word.terms.forEach(term => words.add(term)));
                line[3].forEach((text, i) => { if (i % 3) { add(text); } });
                bookSearch.texts[arguments[0]].flat().forEach(block => { add(block[0]); });
                return [...terms].filter(term => !words.has(term)).concat([...words].filter(word => !terms.has(word)));
                """, page + ".html")
            # Labels count only where something is called so.
            self.assertEqual([term for term in difference if term not in ("theorem", "listing", "claim", "code")], [])

    def test_it_fits_every_screen_in_both_themes(self):
        for width in (WIDE, TABLET, PHONE):
            for scheme in ("light", "dark"):
                for page in ("01-alpha.html", "index.html"):
                    with self.subTest(width=width, scheme=scheme, page=page):
                        self.open(page, width=width, scheme=scheme)
                        self.open_search()
                        self.search("marsupial")
                        self.wait_for_excerpts()
                        box = self.find("dialog.search").rect
                        self.assertGreaterEqual(box["x"], 0)
                        self.assertLessEqual(box["x"] + box["width"], width)
                        self.assertLessEqual(box["y"] + box["height"], 900)
                        self.assertEqual(self.ask("""return [...document.querySelectorAll('dialog *')]
                            .filter(node => node.scrollWidth > node.clientWidth + 1 && node.clientWidth
                                && getComputedStyle(node).display !== 'inline').map(node => node.className)"""), [])
                        self.assertLessEqual(
                            self.ask("return document.documentElement.scrollWidth"), width)
                        small = self.ask("""return [...document.querySelectorAll(
                            '.search-open, dialog button:not([hidden]), dialog a, dialog label')]
                            .map(node => node.getBoundingClientRect()).filter(box => box.height < arguments[0])
                            .length""", SMALLEST_TARGET)
                        self.assertEqual(small, 0)
                        self.assertEqual(
                            self.ask((HERE / "look.js").read_text() + "\nreturn weakContrasts();"), [])

    def test_the_button_moves_nothing(self):
        for page in ("01-alpha.html", "index.html"):
            for width in (WIDE, PHONE):
                with self.subTest(page=page, width=width):
                    tops = []
                    for scripts in (True, False):
                        self.open(page, width=width, scripts=scripts)
                        tops.append(self.find("h1").rect["y"])
                    self.assertEqual(tops[0], tops[1])

    def test_without_scripts_there_is_no_search(self):
        self.open(scripts=False)
        self.assertEqual(self.all(".search-open"), [])
        self.assertNotIn("Search", self.find("body").text)

    def test_paper_has_no_search(self):
        self.open()
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        self.assertFalse(self.find(".search-open").is_displayed())
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})

    def test_nothing_is_said_against_the_scripts(self):
        self.browser.get_log("browser")
        self.open(place="http")
        self.open_search()
        self.search("wombat")
        self.wait_for_excerpts()
        self.assertEqual([entry["message"] for entry in self.browser.get_log("browser")
                          if "favicon" not in entry["message"]], [])

    def test_the_index_and_the_pages_agree(self):
        self.assertEqual(list(check_search.faults(self.folder / "Output")), [])


class ChangedBook(SearchCase):
    def test_an_edit_is_found_and_what_it_replaced_is_not(self):
        chapter = self.folder / "Chapters" / "03-c#.md"
        chapter.write_text(chapter.read_text().replace("An echidna", "A dingo"))
        build(self.folder)
        self.open()
        self.open_search()
        self.assertEqual(self.search("dingo"), "1 result.")
        self.assertIn("A dingo lives here.", self.wait_for_excerpts()[0][1])
        self.assertEqual(self.search("echidna"), "Nothing found.")

    def test_a_missing_file_is_said(self):
        for name, said in [("index.js", "The search cannot be loaded: index.js is missing."),
                           ("search.js", "The search cannot be loaded.")]:
            with self.subTest(name):
                path = self.folder / "Output" / "assets" / "search" / name
                text = path.read_bytes()
                path.unlink()
                self.open()
                self.find(".search-open").click()
                self.wait("nothing was said", lambda: self.find("dialog [role=status]").text == said)
                path.write_bytes(text)

    def test_the_book_in_one_file_has_none(self):
        done = subprocess.run([COMMAND, "export", "html", "--root", self.folder, "--output", self.folder / "book.html"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.browser.get_log("browser")
        self.browser.get((self.folder / "book.html").as_uri())
        self.assertEqual(self.all(".search-open"), [])
        self.find("body").send_keys("/")
        self.assertFalse(self.is_open())
        self.assertEqual(self.browser.get_log("browser"), [])
        self.assertNotIn("bookSearch.index = [", (self.folder / "book.html").read_text())


if __name__ == "__main__":
    unittest.main()
