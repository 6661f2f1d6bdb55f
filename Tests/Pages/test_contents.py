"""The contents beside a chapter, as a reader scrolls: `python3 Tests/Pages/test_contents.py`.

Builds a book of many chapters and opens it from file://.
"""

import time
import unittest

import built_book
import check_pages

SECTIONS = 12


def chapter(number):
    sections = [f"## Section {number}.{section}\n\n" + "Some words. " * 120 + "\n" for section in range(1, SECTIONS + 1)]
    return f"# Chapter {number}\n\n" + "Words before. " * 120 + "\n\n" + "\n".join(sections)


def write(folder):
    (folder / "Chapters").mkdir()
    for number in range(1, 31):
        (folder / "Chapters" / f"{number:02}-chapter{number}.md").write_text(chapter(number))


class Contents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        built_book.build(cls, write, "--strict")
        cls.browser = built_book.browser(cls)

    def open(self, width=1440, scripts=True):
        page = self.folder / "Output" / "29-chapter29.html"
        check_pages.show(self.browser, page.as_uri(), width, scripts=scripts, height=800)

    def ask(self, script):
        return self.browser.execute_script("return " + script)

    def scroll_to(self, section):
        self.browser.execute_script(
            f"document.querySelectorAll('main h2')[{section - 1}].scrollIntoView()")
        time.sleep(0.2)

    def marked(self):
        return self.ask("[...document.querySelectorAll('.sections [aria-current]')].map(link => link.textContent)")

    def is_in_sight(self, selector):
        return self.ask(f"""(() => {{
            const box = document.querySelector('nav.contents').getBoundingClientRect();
            const line = document.querySelector('{selector}').getBoundingClientRect();
            return line.top >= box.top && line.bottom <= box.bottom;
        }})()""")

    def test_the_chapter_is_in_sight_and_the_page_stays_at_its_top(self):
        self.open()
        self.assertTrue(self.is_in_sight("nav.contents [aria-current=page]"))
        self.assertEqual(self.ask("window.scrollY"), 0)
        self.assertEqual(self.marked(), [])

    def test_the_section_that_is_read_is_marked_and_in_sight(self):
        self.open()
        for section in (1, SECTIONS, 5):
            with self.subTest(section=section):
                self.scroll_to(section)
                self.assertEqual(self.marked(), [f"Section 29.{section}"])
                self.assertTrue(self.is_in_sight(".sections [aria-current]"))

    def test_back_at_the_top_no_section_is_marked(self):
        self.open()
        self.scroll_to(3)
        self.browser.execute_script("window.scrollTo(0, 0)")
        time.sleep(0.2)
        self.assertEqual(self.marked(), [])

    def test_without_scripts_the_contents_are_there(self):
        self.open(scripts=False)
        self.assertEqual(self.ask("document.querySelectorAll('.sections a').length"), SECTIONS)
        self.assertEqual(self.marked(), [])


if __name__ == "__main__":
    unittest.main()
