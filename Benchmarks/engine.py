"""Measures the engine: `make bench-engine`.

- The 40-cell chapter, cold, against Jupyter Book on the same chapter in Python, in turn in the same run.
- The same chapter built again, with nothing changed and after edits, against Jupyter Book and knitr with their caches.
- The figure behind a training of a minute that is kept, and a book of 500 chapters with nothing changed.
- The way from a fresh clone to the first page, with the packages of the system installed.

A time counts only after the page was checked to hold the right values. Prints a table, writes
`Benchmarks/results/engine.json`, and exits with 1 when a bar is not met, 2 when a page is wrong.
A script of the standard library: what is measured are commands, and two of them are Python and R already.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
from pathlib import Path

import engine_books
import engine_reruns
import forty_cells
from engine_timing import (
    BOOK, JUPYTER_BOOK, ROOT, RSCRIPT, BenchmarkError, chosen_parts, exit_with, first_line, measure_parts, summary, tick,
    timed,
)

SHARE_OF_JUPYTER_BOOK = 0.5
SECONDS_TO_FIRST_PAGE = 180
SECONDS_OF_RERUN = {
    "nothing changed": 0.05, "prose edit": 0.06, "edit of the last cell": 0.35, "edit of the first cell": 1.0,
}
SECONDS_OF_FIGURE = 0.6
SECONDS_OF_MANY = 1.0
SECONDS_OF_EDIT_IN_MANY = 0.5
KILOBYTES_A_CHAPTER = 8
FEW, MANY = 100, 500


def compare_cold(folder, rounds):
    """Cold builds of the 40-cell chapter by both engines in turn."""
    ours = forty_cells.SwiftBook(folder / "book")
    theirs = forty_cells.JupyterBook(folder / "jupyter-book", execution="force")
    for chapter in (ours, theirs):
        chapter.write()

    def build(chapter, command, leftovers):
        shutil.rmtree(chapter.folder / leftovers, ignore_errors=True)
        seconds = timed(command, folder)
        forty_cells.check_page(chapter.page)
        return seconds

    def build_ours():
        return build(ours, [BOOK, "build", "--root", ours.folder, "--fresh"], "Output")

    def build_theirs():
        return build(theirs, [JUPYTER_BOOK, "build", theirs.folder], "_build")

    # Once each without counting: the files of both are then in memory, as on any machine in use.
    build_ours(), build_theirs()
    cold, peer = [], []
    for number in range(rounds):
        turns = [(cold, build_ours), (peer, build_theirs)]
        for times, run in turns if number % 2 == 0 else reversed(turns):
            times.append(run())
            tick()
    return cold, peer


def first_page(folder):
    """The time from `git clone` to the front page, with Debian's packages and SwiftPM's downloads there."""
    clone = folder / "clone"
    seconds = timed(["git", "clone", "--quiet", "--no-hardlinks", ROOT, clone], folder)
    seconds += timed(["make", "book"], clone)
    if not (clone / "Output" / "index.html").exists():
        raise BenchmarkError("'make book' in a fresh clone wrote no Output/index.html")
    return seconds


def machine():
    processor = "unknown"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            processor = line.split(":", 1)[1].strip()
            break
    return {
        "processor": processor,
        "cores": len(os.sched_getaffinity(0)),
        "memoryGiB": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}",
        "loadBefore": os.getloadavg()[0],
        "swift": first_line(["swift", "--version"]),
        "jupyterBook": first_line([JUPYTER_BOOK, "--version"]),
        "knitr": first_line([RSCRIPT, "-e", "cat(as.character(packageVersion('knitr')))"]),
        "commit": first_line(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"]),
    }


class Report:
    """What was measured, as a table and as JSON; published after each part, also when what comes next fails."""

    def __init__(self):
        self.content = {"version": 2, "unit": "s", "machine": machine(), "measurements": {}, "bars": []}

    @property
    def isMet(self):
        return all(bar["isMet"] for bar in self.content["bars"])

    def add(self, name, times):
        self.content["measurements"][name] = summary(times)

    def require(self, name, measured, bound):
        self.content["bars"].append({"name": name, "measured": measured, "bound": bound, "isMet": measured <= bound})

    def publish(self):
        print(f"\n{'seconds':52}{'median':>9}{'min':>9}{'max':>9}{'runs':>6}")
        for name, row in self.content["measurements"].items():
            print(f"{name:52}{row['median']:9.3f}{row['min']:9.3f}{row['max']:9.3f}{row['runs']:6}")
        print()
        for bar in self.content["bars"]:
            word = "met" if bar["isMet"] else "NOT MET"
            print(f"{bar['name']}: {bar['measured']:.3f}, at most {bar['bound']}: {word}")
        results = ROOT / "Benchmarks" / "results"
        results.mkdir(exist_ok=True)
        (results / "engine.json").write_text(json.dumps(self.content, indent=2) + "\n")
        print(f"Written: {(results / 'engine.json').relative_to(ROOT)}", flush=True)


def report_cold(report, folder, arguments):
    cold, peer = compare_cold(folder, arguments.rounds)
    report.add("40 cells, cold: book build --fresh", cold)
    report.add("40 cells, cold: jupyter-book build", peer)
    share = statistics.median(cold) / statistics.median(peer)
    report.require("share of Jupyter Book's time", share, SHARE_OF_JUPYTER_BOOK)


def report_reruns(report, folder, arguments):
    for edit, engines in engine_reruns.measure(folder, arguments.rounds).items():
        for name, times in engines.items():
            report.add(f"40 cells, {edit}: {name}", times)
        seconds = statistics.median(engines["book build"])
        report.require(f"seconds, 40 cells, {edit}", seconds, SECONDS_OF_RERUN[edit])


def report_figure(report, folder, arguments):
    times = engine_books.measure_figure(folder, arguments.rounds, arguments.training)
    report.add(f"figure behind a training of {arguments.training} s: book build", times)
    report.require("seconds, figure behind a kept training", statistics.median(times), SECONDS_OF_FIGURE)


def report_many(report, folder, arguments):
    unchanged, edited, kilobytes, most = engine_books.measure_many(folder, arguments.rounds, FEW, MANY)
    report.add(f"{MANY} × {engine_books.CELLS} cells, nothing changed: book build", unchanged)
    report.add(f"{MANY} × {engine_books.CELLS} cells, prose edit in one: book build", edited)
    report.content["memory"] = {"kilobytes": most, "kilobytesPerChapter": kilobytes}
    report.require(f"seconds, {MANY} chapters, nothing changed", statistics.median(unchanged), SECONDS_OF_MANY)
    report.require(f"seconds, {MANY} chapters, prose edit in one", statistics.median(edited), SECONDS_OF_EDIT_IN_MANY)
    report.require("kB of memory a further chapter, nothing changed", kilobytes, KILOBYTES_A_CHAPTER)


def report_clone(report, folder, arguments):
    seconds = first_page(folder)
    report.add("fresh clone to first page: make book", [seconds])
    report.require("seconds from a fresh clone to the first page", seconds, SECONDS_TO_FIRST_PAGE)


PARTS = {
    "cold": report_cold, "reruns": report_reruns, "figure": report_figure, "many": report_many, "clone": report_clone,
}


def main():
    parser = argparse.ArgumentParser(description="Measures the engine against Jupyter Book and knitr.")
    parser.add_argument("parts", nargs="*", help=f"what to measure: {', '.join(PARTS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=7, help="how often each build is timed (default 7)")
    parser.add_argument("--training", type=int, default=60, help="seconds of the training that is kept (default 60)")
    parser.add_argument("--no-clone", action="store_true", help="leave out the fresh clone, which takes minutes")
    arguments = parser.parse_args()
    parts = chosen_parts(parser, PARTS, arguments)
    if arguments.no_clone and "clone" in parts:
        parts.remove("clone")
    return measure_parts(Report(), {name: PARTS[name] for name in parts}, arguments)


if __name__ == "__main__":
    exit_with(main)
