"""The chapter of the README builds, and its mistake gives its message: `python3 Tests/Readme/test_readme.py`."""

import re
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def build(chapter):
    """Builds a book of one chapter. Returns the status, the error stream and the page without its tags."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "Chapters").mkdir()
        (folder / "Chapters" / "01-lock.md").write_text(chapter, encoding="utf-8")
        done = subprocess.run(
            [ROOT / ".build" / "release" / "book", "build", "--root", folder],
            stdin=subprocess.DEVNULL, capture_output=True, text=True)
        page = (folder / "Output" / "01-lock.html").read_text(encoding="utf-8")
        return done.returncode, done.stderr, re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page)).replace("\u00a0", " ")


class Readme(unittest.TestCase):
    chapter = re.search(r"^````markdown\n(.*?)^````$", README, re.M | re.S).group(1)
    message = re.search(r"^```text\n(.*?)^```$", README, re.M | re.S).group(1)

    def test_the_chapter_gives_what_the_picture_shows(self):
        status, errors, page = build(self.chapter)
        self.assertEqual(status, 0, errors)
        for words in ("One try in 256 opens it", "0.00404", "0.00390625 ± 0.001", "In 0.40 % of random tries."):
            self.assertIn(words, page)

    def test_the_mistake_gives_the_message(self):
        status, errors, page = build(self.chapter.replace("coins.bits", "coins.bist"))
        self.assertEqual(status, 1)
        self.assertIn(self.message, errors)
        self.assertIn("value of type 'Generator' has no member 'bist'", page.replace("&#39;", "'"))


if __name__ == "__main__":
    unittest.main()
