"""The 40-cell chapter built again: with nothing changed, and after edits, by three engines in turn."""

from dataclasses import replace

import forty_cells
from engine_timing import BOOK, JUPYTER_BOOK, RSCRIPT, timed, tick
from forty_cells import Text

#: Name, and the field of the chapter's text that the edit changes.
EDITS = {"nothing changed": None, "prose edit": "prose", "edit of the last cell": "last", "edit of the first cell": "first"}


class Engine:
    def __init__(self, name, chapter, command):
        self.name = name
        self.chapter = chapter
        self.command = command
        self.text = Text()
        self.times = {edit: [] for edit in EDITS}

    def build(self):
        seconds = timed(self.command, self.chapter.folder)
        forty_cells.check_page(self.chapter.page, self.text)
        return seconds

    def measure(self, edit):
        field = EDITS[edit]
        if field is not None:
            self.text = replace(self.text, **{field: getattr(self.text, field) + 1})
            self.chapter.write(self.text)
        self.times[edit].append(self.build())
        tick()


def engines(folder):
    """Our engine, Jupyter Book with its cache, and knitr with its cache."""
    book = forty_cells.SwiftBook(folder / "rerun-book")
    jupyter = forty_cells.JupyterBook(folder / "rerun-jupyter-book", execution="cache")
    knitr = forty_cells.KnitrDocument(folder / "rerun-knitr")
    knit = [RSCRIPT, "-e", "knitr::knit('forty-cells.Rmd', quiet = TRUE)"]
    return [
        Engine("book build", book, [BOOK, "build", "--root", book.folder]),
        Engine("jupyter-book build", jupyter, [JUPYTER_BOOK, "build", jupyter.folder]),
        Engine("knitr", knitr, knit),
    ]


def measure(folder, rounds):
    """Times by edit and engine: `{"prose edit": {"book build": [0.05, …]}}`."""
    all_engines = engines(folder)
    for engine in all_engines:
        engine.chapter.write()
        # Twice: the first fills the stores, the second finds its own pages there.
        engine.build(), engine.build()
    for _ in range(rounds):
        for edit in EDITS:
            for engine in all_engines:
                engine.measure(edit)
    return {edit: {engine.name: engine.times[edit] for engine in all_engines} for edit in EDITS}
