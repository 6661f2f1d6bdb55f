"""The chapter of the engine benchmark: 40 cells, each two statements and a value shown, each using the one before."""

import html
import re
from dataclasses import dataclass
from pathlib import Path

COUNT = 40
MULTIPLIER = 48271
MODULUS = 2147483647
SEED = 20221031


@dataclass(frozen=True)
class Text:
    """What an edit of the chapter changes: a word of its prose, what its first cell adds, what its last cell adds."""

    prose: int = 0
    first: int = 0
    last: int = 0

    def added(self, number):
        return number + (self.first if number == 0 else 0) + (self.last if number == COUNT - 1 else 0)

    def sentence(self, number):
        return f"Cell {number}, as of edit {self.prose}." if number == COUNT // 2 else f"Cell {number}."

    def expected_values(self):
        """What the 40 cells show, worked out here: the generator of Park and Miller with a number added."""
        values, previous = [], SEED
        for number in range(COUNT):
            previous = (previous * MULTIPLIER + self.added(number)) % MODULUS
            values.append(previous)
        return values


def _statements(text, number, assign="=", remainder="%"):
    previous = f"value{number - 1}" if number > 0 else str(SEED)
    return (
        f"step{number} {assign} {previous} * {MULTIPLIER} + {text.added(number)}",
        f"value{number} {assign} step{number} {remainder} {MODULUS}",
        f"value{number}",
    )


class SwiftBook:
    """The chapter as our engine reads it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.page = self.folder / "Output" / "01-forty-cells.html"

    def write(self, text=Text()):
        lines = ["# Forty cells", ""]
        for number in range(COUNT):
            first, second, shown = _statements(text, number)
            lines += [text.sentence(number), "", "```swift", f"let {first}", f"let {second}", shown, "```", ""]
        chapters = self.folder / "Chapters"
        chapters.mkdir(parents=True, exist_ok=True)
        (chapters / "01-forty-cells.md").write_text("\n".join(lines))


class JupyterBook:
    """The same chapter in Python, as Jupyter Book reads it; `execution` is `force`, or `cache` for its cache."""

    def __init__(self, folder, execution):
        self.folder = Path(folder)
        self.execution = execution
        self.page = self.folder / "_build" / "html" / "forty-cells.html"

    def write(self, text=Text()):
        self.folder.mkdir(parents=True, exist_ok=True)
        lines = ["---", "jupytext:", "  text_representation:", "    extension: .md", "    format_name: myst"]
        lines += ["kernelspec:", "  name: python3", "  display_name: Python 3", "---", "", "# Forty cells", ""]
        for number in range(COUNT):
            lines += [text.sentence(number), "", "```{code-cell} python3", *_statements(text, number), "```", ""]
        (self.folder / "forty-cells.md").write_text("\n".join(lines))
        configuration = f"title: Forty cells\nexecute:\n  execute_notebooks: {self.execution}\n"
        for name, content in [("_config.yml", configuration), ("_toc.yml", "format: jb-book\nroot: forty-cells\n")]:
            # Its own files must not look changed by an edit of the chapter.
            if not (self.folder / name).exists():
                (self.folder / name).write_text(content)


class KnitrDocument:
    """The same chapter in R, as knitr reads it, with its cache and its own search for dependencies."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.page = self.folder / "forty-cells.md"

    def write(self, text=Text()):
        self.folder.mkdir(parents=True, exist_ok=True)
        lines = ["# Forty cells", "", "```{r setup, include=FALSE}"]
        lines += ["knitr::opts_chunk$set(cache = TRUE, autodep = TRUE)", "```", ""]
        for number in range(COUNT):
            statements = _statements(text, number, "<-", "%%")
            lines += [text.sentence(number), "", f"```{{r cell{number}}}", *statements, "```", ""]
        (self.folder / "forty-cells.Rmd").write_text("\n".join(lines))


def check_page(page, text=Text()):
    """Raises ValueError unless the page shows the 40 values, each once and in order, and the sentence of the edit."""
    if not page.exists():
        raise ValueError(f"{page.name} was not written")
    source = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page.read_text())
    words = html.unescape(re.sub(r"<[^>]*>", " ", source)) if page.suffix == ".html" else source
    # No number of the code is one of the values, so each must be there once: as a result.
    values = text.expected_values()
    numbers = {str(value) for value in values}
    shown = [number for number in re.findall(r"\d+", words) if number in numbers]
    if shown != [str(value) for value in values]:
        raise ValueError(f"{page.name} shows {len(shown)} of the {COUNT} values, or not in order")
    if text.sentence(COUNT // 2) not in words:
        raise ValueError(f"{page.name} does not show the sentence '{text.sentence(COUNT // 2)}'")
