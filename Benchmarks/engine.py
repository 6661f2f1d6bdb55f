"""Measures the engine: `make bench`.

- The 40-cell chapter, cold, against Jupyter Book 1.0.4 on the same chapter in Python, in turn in the same run.
- The same book once more with nothing changed.
- The way from a fresh clone to the first page, with the packages of the system installed.

A time counts only after the page was checked to hold the right 40 values. Prints a table, writes
`Benchmarks/results/engine.json`, and exits with 1 when a bar is not met, 2 when a page is wrong.
A script of the standard library: what is measured are two commands, and one of them is Python already.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import forty_cells

ROOT = Path(__file__).resolve().parent.parent
BOOK = ROOT / ".build" / "release" / "book"
JUPYTER_BOOK = ROOT / ".book" / "jupyter-book" / "bin" / "jupyter-book"
SHARE_OF_JUPYTER_BOOK = 0.5
SECONDS_TO_FIRST_PAGE = 180


class BenchmarkError(Exception):
    """A command that failed or a page that is wrong: no time is worth anything then."""


def timed(command, folder):
    """Runs a command and returns its wall-clock time in seconds."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        words = " ".join(map(str, command))
        end = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise BenchmarkError(f"'{words}' exited with {done.returncode}\n{end}")
    return seconds


def timed_page(command, folder, page):
    """The time of a command that writes `page`; the page of an earlier run is removed first."""
    page.unlink(missing_ok=True)
    seconds = timed(command, folder)
    forty_cells.check_page(page)
    return seconds


def compare_engines(folder, rounds):
    """Cold builds of the 40-cell chapter by both engines in turn, then rebuilds of ours without a change."""
    ours, theirs = folder / "book", folder / "jupyter-book"
    our_page = forty_cells.write_for_book(ours)
    their_page = forty_cells.write_for_jupyter_book(theirs)
    our_command = [BOOK, "build", "--root", ours, "--fresh"]
    their_command = [JUPYTER_BOOK, "build", theirs]

    def build_ours():
        shutil.rmtree(ours / "Output", ignore_errors=True)
        return timed_page(our_command, folder, our_page)

    def build_theirs():
        shutil.rmtree(theirs / "_build", ignore_errors=True)
        return timed_page(their_command, folder, their_page)

    # Once each without counting: the files of both are then in memory, as on any machine in use.
    build_ours(), build_theirs()
    cold, peer = [], []
    for number in range(rounds):
        turns = [(cold, build_ours), (peer, build_theirs)]
        for times, build in turns if number % 2 == 0 else reversed(turns):
            times.append(build())
            print(".", end="", file=sys.stderr, flush=True)
    timed([BOOK, "build", "--root", ours], folder)
    unchanged = [timed([BOOK, "build", "--root", ours], folder) for _ in range(rounds)]
    forty_cells.check_page(our_page)
    print(file=sys.stderr)
    return cold, peer, unchanged


def first_page(folder):
    """The time from `git clone` to the front page, with Debian's packages and SwiftPM's downloads there."""
    clone = folder / "clone"
    seconds = timed(["git", "clone", "--quiet", "--no-hardlinks", ROOT, clone], folder)
    seconds += timed(["make", "book"], clone)
    if not (clone / "Output" / "index.html").exists():
        raise BenchmarkError("'make book' in a fresh clone wrote no Output/index.html")
    return seconds


def summary(times):
    return {
        "median": statistics.median(times), "min": min(times), "max": max(times), "runs": len(times), "times": times,
    }


def first_line(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return (done.stdout.strip().splitlines() or ["unknown"])[0]


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
        "commit": first_line(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"]),
    }


def print_table(report):
    print(f"{'seconds':44}{'median':>9}{'min':>9}{'max':>9}{'runs':>6}")
    for name, row in report["measurements"].items():
        print(f"{name:44}{row['median']:9.2f}{row['min']:9.2f}{row['max']:9.2f}{row['runs']:6}")
    print()
    for bar in report["bars"]:
        word = "met" if bar["isMet"] else "NOT MET"
        print(f"{bar['name']}: {bar['measured']:.2f}, at most {bar['bound']}: {word}")


def publish(report):
    """Prints the table and writes the file, also when what is measured next fails."""
    print_table(report)
    results = ROOT / "Benchmarks" / "results"
    results.mkdir(exist_ok=True)
    (results / "engine.json").write_text(json.dumps(report, indent=2) + "\n")
    print(f"Written: {(results / 'engine.json').relative_to(ROOT)}", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Measures the engine against Jupyter Book.")
    parser.add_argument("--rounds", type=int, default=7, help="how often each cold build is timed (default 7)")
    parser.add_argument("--no-clone", action="store_true", help="leave out the fresh clone, which takes minutes")
    arguments = parser.parse_args()

    about = {**machine(), "jupyterBook": first_line([JUPYTER_BOOK, "--version"])}
    report = {"version": 1, "unit": "s", "machine": about, "measurements": {}, "bars": []}
    rows = report["measurements"]
    with tempfile.TemporaryDirectory(prefix="book-bench-") as name:
        folder = Path(name)
        cold, peer, unchanged = compare_engines(folder, arguments.rounds)
        rows["40 cells, cold: book build --fresh"] = summary(cold)
        rows["40 cells, cold: jupyter-book build"] = summary(peer)
        rows["40 cells, nothing changed: book build"] = summary(unchanged)
        ratio = statistics.median(cold) / statistics.median(peer)
        report["bars"].append({
            "name": "share of Jupyter Book's time", "measured": ratio, "bound": SHARE_OF_JUPYTER_BOOK,
            "isMet": ratio <= SHARE_OF_JUPYTER_BOOK,
        })
        publish(report)
        if not arguments.no_clone:
            print("\nNow a fresh clone, which takes a minute or more …", flush=True)
            seconds = first_page(folder)
            rows["fresh clone to first page: make book"] = summary([seconds])
            report["bars"].append({
                "name": "seconds from a fresh clone to the first page", "measured": seconds,
                "bound": SECONDS_TO_FIRST_PAGE, "isMet": seconds <= SECONDS_TO_FIRST_PAGE,
            })
            publish(report)
    return 0 if all(bar["isMet"] for bar in report["bars"]) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (BenchmarkError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)
