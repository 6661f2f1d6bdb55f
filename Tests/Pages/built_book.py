"""Books that tests of pages build, each in a folder of its own."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import check_pages

HERE = Path(__file__).resolve().parent
COMMAND = HERE.parents[1] / ".build" / "release" / "book"


def build(case, write, *options, status=0):
    """Builds the book that `write` puts into a folder, for the class of tests `case`. Returns the folder of its pages.

    The folder of the book is in `case.folder`, its terminal output in `case.said`.
    """
    folder = Path(tempfile.mkdtemp(prefix="book-pages-"))
    case.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
    case.folder = folder
    write(folder)
    command = [COMMAND, "build", *options, "--root", folder, "--output", folder / "Output"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == status, done.stderr
    case.said = done.stderr
    return folder / "Output"


def fixture(name):
    """Writes the book in `Fixtures/NAME`."""
    return lambda folder: shutil.copytree(HERE / "Fixtures" / name, folder, dirs_exist_ok=True)


def browser(case):
    browser = check_pages.start_browser()
    case.addClassCleanup(browser.quit)
    return browser
