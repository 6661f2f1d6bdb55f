"""Measures the pages: `make bench-pages`.

- What a text page with 20 formulas and 2 figures loads, against Jupyter Book on the same text, in the same browser.
- When its first words are on the screen from file://, and those of the chapter of our book that takes longest.
- How long it takes to render that page, and those of our book, with results, formulas and figures known.
- What each page of our book loads, and the size of the index for search.

Sizes are as sent over the loopback: texts with gzip -9, fonts as they are (woff2 is compressed). Only what Chromium
really asks for counts. Prints tables, writes `Benchmarks/results/pages.json`, and exits with 1 when a bar is not met, 2
when a page is wrong.
"""

import argparse
import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import pages_text
from engine import machine
from engine_timing import (
    BOOK, JUPYTER_BOOK, ROOT, BenchmarkError, chosen_parts, exit_with, measure_parts, summary, tick, timed,
)
from pages_browser import Browser, first_paints

KILOBYTES_WITHOUT_FONTS = 100
KILOBYTES_WITH_FONTS = 350
SECONDS_TO_FIRST_PAINT = 0.3
SECONDS_TO_RENDER = 0.01
KILOBYTES_OF_INDEX = 300


class Report:
    """What was measured, as tables and as JSON."""

    def __init__(self):
        self.content = {"version": 1, "machine": machine(), "rows": [], "bars": [], "pages": {}, "loaded": {}}

    @property
    def isMet(self):
        return all(bar["isMet"] for bar in self.content["bars"])

    def add(self, name, value, unit, **more):
        self.content["rows"].append({"name": name, "value": value, "unit": unit, **more})

    def add_times(self, name, times):
        row = summary(times)
        self.add(name, row["median"], "s", **{key: row[key] for key in ("min", "max", "runs", "times")})

    def require(self, name, measured, bound, unit):
        self.content["bars"].append(
            {"name": name, "measured": measured, "bound": bound, "unit": unit, "isMet": measured <= bound})

    def publish(self):
        print(f"\n{'what':66}{'median':>11}{'min':>8}{'max':>8}{'runs':>6}")
        for row in self.content["rows"]:
            numbers = f"{row['value']:8.{3 if row['unit'] == 's' else 1}f} {row['unit']:2}"
            if "runs" in row:
                numbers += f"{row['min']:8.3f}{row['max']:8.3f}{row['runs']:6}"
            print(f"{row['name']:66}{numbers}")
        print()
        for bar in self.content["bars"]:
            word = "met" if bar["isMet"] else "NOT MET"
            digits = 3 if bar["unit"] == "s" else 1
            print(f"{bar['name']}: {bar['measured']:.{digits}f} {bar['unit']}, at most {bar['bound']}: {word}")
        results = ROOT / "Benchmarks" / "results"
        results.mkdir(exist_ok=True)
        (results / "pages.json").write_text(json.dumps(self.content, indent=2) + "\n")
        print(f"Written: {(results / 'pages.json').relative_to(ROOT)}", flush=True)


def build_texts(folder):
    """The same text built by both engines: the paths of the two pages."""
    ours = pages_text.write_ours(folder / "book")
    timed([BOOK, "build", "--strict", "--root", folder / "book"], folder)
    page = ours.read_text()
    formulas = page.split("<main", 1)[1].split("</main>", 1)[0].count('<span class="katex">')
    if formulas != pages_text.FORMULAS:
        raise BenchmarkError(f"our page shows {formulas} formulas, not {pages_text.FORMULAS}")
    theirs = pages_text.write_theirs(folder / "jupyter-book", pages_text.pictures(page))
    timed([JUPYTER_BOOK, "build", folder / "jupyter-book"], folder)
    content = theirs.read_text()
    if content.count('class="math ') != pages_text.FORMULAS or content.count("<img alt=") < pages_text.FIGURES:
        raise BenchmarkError("the page of Jupyter Book does not show the same formulas and figures")
    return ours, theirs


def report_text(report, folder, arguments):
    ours, theirs = build_texts(folder)
    with Browser() as browser:
        own = browser.load(ours.parent, ours.name)
        peer = browser.load(theirs.parent, theirs.name)
    for name, load in [("our page", own), ("Jupyter Book's page", peer)]:
        report.content["loaded"][name] = {"sent": load.sent, "elsewhere": load.elsewhere}
        report.add(f"{name}: without fonts", load.rest / 1000, "kB")
        report.add(f"{name}: with fonts", load.total / 1000, "kB")
        report.add(f"{name}: files from other machines, not counted", len(load.elsewhere), "")
    report.add("our page: share of Jupyter Book's", own.total / peer.total, "")
    if own.elsewhere:
        raise BenchmarkError(f"our page wants {own.elsewhere} from other machines")
    report.require("text page without fonts", own.rest / 1000, KILOBYTES_WITHOUT_FONTS, "kB")
    report.require("text page with fonts", own.total / 1000, KILOBYTES_WITH_FONTS, "kB")
    for name, page in [("our page", ours), ("Jupyter Book's page", theirs)]:
        cold, warm = first_paints(page, arguments.rounds)
        report.add_times(f"{name}: first paint, new browser and profile", cold)
        report.add_times(f"{name}: first paint, again", warm)
        if page == ours:
            report.require("first paint of the text page", statistics.median(cold), SECONDS_TO_FIRST_PAINT, "s")
        tick()
    seconds = [render_times(folder / "book")["01-text.html"] for _ in range(arguments.rounds)]
    report.add_times("our page: rendering with results, formulas and figures known", seconds)
    report.require("rendering of the text page", statistics.median(seconds), SECONDS_TO_RENDER, "s")


def render_times(root, output=None):
    """Seconds to render each page of a built book anew, with its results, formulas and figures in the store."""
    shutil.rmtree(root / ".book" / "pages", ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="book-bench-") as folder:
        report = Path(folder) / "report.json"
        done = subprocess.run([BOOK, "build", "--root", root, "--report", report], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise BenchmarkError(f"the book in {root} does not build:\n{done.stderr[-2000:]}")
        chapters = json.loads(report.read_text())["chapters"]
    if any(chapter["renderSeconds"] is None for chapter in chapters):
        raise BenchmarkError("a page was not rendered although nothing of it was known")
    if any(cell["status"] == "ran" for chapter in chapters for cell in chapter["cells"]):
        raise BenchmarkError("a cell ran: its results were not known")
    return {chapter["page"]: chapter["renderSeconds"] for chapter in chapters}


def report_book(report, folder, arguments):
    """The pages of our own book, which must be built: `make book`."""
    output = ROOT / "Output"
    timed([BOOK, "build", "--root", ROOT], folder)
    pages = sorted(path.name for path in output.glob("*.html"))
    paints = {}
    with Browser() as browser:
        for page in pages:
            load = browser.load(output, page)
            raw = (output / page).stat().st_size
            paints[page] = statistics.median(browser.first_paint(output / page) for _ in range(3))
            report.content["pages"][page] = {
                "html": raw, "htmlCompressed": load.sent.get(page, 0), "rest": load.rest, "total": load.total,
                "sent": load.sent, "firstPaint": paints[page],
            }
            tick()
    measured = report.content["pages"]
    for name, key in [("page as a file", "html"), ("page compressed", "htmlCompressed"),
                      ("page and all it loads but fonts", "rest"), ("page and all it loads", "total")]:
        worst = max(measured, key=lambda page: measured[page][key])
        report.add(f"our book, heaviest {name}: {worst[:24]}", measured[worst][key] / 1000, "kB")
    slowest = max(paints, key=paints.get)
    cold, warm = first_paints(output / slowest, arguments.rounds)
    report.add_times(f"our book, slowest first paint, new browser: {slowest[:20]}", cold)
    report.add_times(f"our book, slowest first paint, again: {slowest[:20]}", warm)
    report.require("first paint of the slowest page of our book", statistics.median(cold), SECONDS_TO_FIRST_PAINT, "s")
    report_rendering(report, arguments)
    report_index(report, output)


def report_rendering(report, arguments):
    rounds = [render_times(ROOT) for _ in range(arguments.rounds)]
    medians = {page: statistics.median(times[page] for times in rounds) for page in rounds[0]}
    for page, seconds in medians.items():
        report.content["pages"][page]["renderSeconds"] = seconds
    by_time = sorted(medians, key=medians.get)
    for what, page in [("median of pages", by_time[len(by_time) // 2]), ("slowest", by_time[-1])]:
        report.add_times(f"our book, {what} to render: {page[:20]}", [times[page] for times in rounds])
    report.require("rendering of the slowest page of our book", medians[by_time[-1]], SECONDS_TO_RENDER, "s")


def report_index(report, output):
    files = [path for path in (output / "assets" / "search").glob("*") if path.is_file()]
    if not files:
        print("no index for search is there", file=sys.stderr)
        return
    raw = sum(path.stat().st_size for path in files)
    compressed = sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)
    report.add("index for search, as files", raw / 1000, "kB")
    report.add("index for search, compressed", compressed / 1000, "kB")
    report.require("index for search, compressed", compressed / 1000, KILOBYTES_OF_INDEX, "kB")


PARTS = {"text": report_text, "book": report_book}


def main():
    parser = argparse.ArgumentParser(description="Measures the pages against Jupyter Book's.")
    parser.add_argument("parts", nargs="*", help=f"what to measure: {', '.join(PARTS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=7, help="how often each time is taken (default 7)")
    arguments = parser.parse_args()
    parts = chosen_parts(parser, PARTS, arguments)
    return measure_parts(Report(), {name: PARTS[name] for name in parts}, arguments)


if __name__ == "__main__":
    exit_with(main)
