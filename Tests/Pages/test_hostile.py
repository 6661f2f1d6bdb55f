"""A hostile book in a browser: `python3 Tests/Pages/test_hostile.py`.

Whatever its texts try to be, they stay text: no script runs, nothing is asked for, no place of the page is covered.
"""

import unittest
from urllib.parse import quote

import built_book
import check_pages
import hostile_book

# What a browser would have made of the texts, were they markup.
FOREIGN = """
    const elements = [...document.querySelectorAll("*")];
    const own = /^(assets\\/[\\w.\\/-]+)$/;
    return [
        ...elements.filter(e => ["IFRAME", "OBJECT", "EMBED", "FORM", "BASE", "TEXTAREA", "MARQUEE"].includes(e.tagName)),
        ...elements.filter(e => e.localName === "script" && !own.test(e.getAttribute("src") ?? "")),
        ...elements.filter(e => e.localName === "style" && !e.closest("svg")),
        ...elements.filter(e => [...e.attributes].some(a => a.name.startsWith("on"))),
        ...elements.filter(e => e.localName === "a" && 
            !["file:", "http:", "https:", "mailto:"].includes(e.protocol) && !e.getAttribute("href").startsWith("https://")),
        ...elements.filter(e => e.localName === "a" && e.protocol === "file:" && !e.href.startsWith(home)),
        ...elements.filter(e => e.localName === "img" && !/^(data:image\\/(png|svg\\+xml);base64,|assets\\/images\\/)/
            .test(e.getAttribute("src"))),
    ].map(e => e.outerHTML.slice(0, 200));
"""


class HostileBook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.output = built_book.build(cls, hostile_book.write, status=1)
        cls.pages = sorted(cls.output.glob("*.html"))
        cls.browser = built_book.browser(cls)

    def open(self, name):
        page = check_pages.Page(self.browser, self.output / name)
        page.open()
        page.ask("settled")
        return page

    def test_nothing_of_it_is_markup_and_nothing_runs(self):
        home = "file://" + quote(str(self.output)) + "/"
        for path in self.pages:
            with self.subTest(path.name):
                # A dialog would make this fail.
                self.open(path.name)
                self.assertEqual(self.browser.execute_script(f"const home = {home!r};" + FOREIGN), [])

    def test_its_words_are_on_the_page(self):
        self.open("03-more.html")
        text = self.browser.execute_script("return document.querySelector('main').textContent")
        for where in ["heading", "deep", "theorem", "field", "caption", "listing", "note", "made"]:
            self.assertIn(hostile_book.SCRIPT.format(where).replace("|", "").split("]]>")[0].replace("\"'", ""),
                          text.replace("“’", "").replace("\"'", ""), where)
        for word in [hostile_book.WORD, "</span></math><script>alert(1)</script>", "<b>B</b>"]:
            self.assertIn(word, text)
        self.assertNotRegex(text, "[\x00-\x08\x0b-\x1f\x7f]")

    def test_no_text_turns_what_stands_around_it(self):
        self.open("03-more.html")
        turned = self.browser.execute_script("""
            const places = [];
            for (const value of document.querySelectorAll("main p > .value, main p > a.reference, main p > .citation")) {
                const rest = value.nextSibling;
                if (!rest || !rest.data || !rest.data.includes("after")) continue;
                const start = rest.data.indexOf("after"), range = document.createRange();
                const lefts = [0, 4].map(i => {
                    range.setStart(rest, start + i), range.setEnd(rest, start + i + 1);
                    return range.getBoundingClientRect().left;
                });
                places.push([value.className, lefts[0] < lefts[1]]);
            }
            return places;""")
        self.assertGreaterEqual(len(turned), 3, turned)
        self.assertEqual([name for name, isInOrder in turned if not isInOrder], [])

    def test_no_formula_covers_other_text(self):
        """What a formula paints ends near its own place."""
        self.open("03-more.html")
        far = self.browser.execute_script("""
            return [...document.querySelectorAll(".katex-html > .base")].filter(base => {
                const style = getComputedStyle(base);
                return style.overflowX !== "clip" || style.overflowY !== "clip";
            }).length""")
        self.assertEqual(far, 0)

    def test_its_pages_are_sound(self):
        _, failed = check_pages.check_folder(self.output)
        findings = [line for found in failed for line in found]
        # Two addresses of the web that the author wrote wrongly lead nowhere.
        known = ["'https://%5Bbad/' is no address", "“https://%5Bbad/”", "“https://example.org/%zz”",
                 # A table of 200 columns fits on no sheet.
                 "03-more.html: paper: the page is", "03-more.html: paper: tr > th “x”", "03-more.html: paper: tr > td “y”"]
        self.assertEqual([line for line in findings if not any(words in line for words in known)], [])

    def test_it_is_said_where_it_is_wrong(self):
        for words in ["[remote-image]", "[unsafe-link]", "[unknown-link]", "[nested-too-deep]", "[null-byte]",
                      r"'\href' is not allowed: formulas have no links, pictures, names or styles of their own",
                      "the formula is nested too deeply", "Too many expansions: infinite loop"]:
            self.assertIn(words, self.said)
        self.assertNotIn("\x1b", self.said)


if __name__ == "__main__":
    unittest.main()
