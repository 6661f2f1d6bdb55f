"""The chapter of the engine benchmark: 40 cells, each two statements and a value shown, each using the one before."""

import html
import re
from pathlib import Path

COUNT = 40
MULTIPLIER = 48271
MODULUS = 2147483647
SEED = 20221031


def expected_values():
    """What the 40 cells show, worked out here: the generator of Park and Miller with the cell's number added."""
    values, previous = [], SEED
    for number in range(COUNT):
        previous = (previous * MULTIPLIER + number) % MODULUS
        values.append(previous)
    return values


def _statements(number):
    previous = f"value{number - 1}" if number > 0 else str(SEED)
    return (
        f"step{number} = {previous} * {MULTIPLIER} + {number}",
        f"value{number} = step{number} % {MODULUS}",
        f"value{number}",
    )


def write_for_book(folder):
    """Writes the chapter as our engine reads it: `folder/Chapters/01-forty-cells.md`."""
    lines = ["# Forty cells", ""]
    for number in range(COUNT):
        first, second, shown = _statements(number)
        lines += [f"Cell {number}.", "", "```swift", f"let {first}", f"let {second}", shown, "```", ""]
    chapters = Path(folder) / "Chapters"
    chapters.mkdir(parents=True)
    (chapters / "01-forty-cells.md").write_text("\n".join(lines))
    return Path(folder) / "Output" / "01-forty-cells.html"


def write_for_jupyter_book(folder):
    """Writes the same chapter in Python, as Jupyter Book reads it, with execution forced and its cache off."""
    folder = Path(folder)
    folder.mkdir(parents=True)
    lines = ["---", "jupytext:", "  text_representation:", "    extension: .md", "    format_name: myst"]
    lines += ["kernelspec:", "  name: python3", "  display_name: Python 3", "---", "", "# Forty cells", ""]
    for number in range(COUNT):
        lines += [f"Cell {number}.", "", "```{code-cell} python3", *_statements(number), "```", ""]
    (folder / "forty-cells.md").write_text("\n".join(lines))
    (folder / "_config.yml").write_text("title: Forty cells\nexecute:\n  execute_notebooks: force\n")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: forty-cells\n")
    return folder / "_build" / "html" / "forty-cells.html"


def check_page(page):
    """Raises ValueError unless the page shows the 40 values, each once and in order."""
    if not page.exists():
        raise ValueError(f"{page.name} was not written")
    source = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page.read_text())
    text = html.unescape(re.sub(r"<[^>]*>", " ", source))
    # No number of the code is one of the values, so each must be there once: as a result.
    values = expected_values()
    numbers = {str(value) for value in values}
    shown = [number for number in re.findall(r"\d+", text) if number in numbers]
    if shown != [str(value) for value in values]:
        raise ValueError(f"{page.name} shows {len(shown)} of the {COUNT} values, or not in order")
