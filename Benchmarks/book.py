"""Measures the whole book from nothing: `make bench-book`.

Runs every chapter with an empty store, and writes what that cost to `Benchmarks/cost.csv` and on which machine to
`Benchmarks/machine.csv`. Both are kept in git, because the appendix on how the book is checked shows them: a time that
a build measured itself would differ from build to build. Prints a table, and exits with 1 when the bar is not met.
"""

import csv
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from engine import BOOK, ROOT, BenchmarkError, machine

SECONDS_FOR_THE_BOOK = 300
FOLDER = ROOT / "Benchmarks"
APPENDIX = "Chapters/D-how-this-book-is-checked.md"
# What the science and the engine stand on, by the names of Debian's packages.
LIBRARIES = ["libcmark-dev", "libsodium-dev", "libopenblas-dev", "libflint-dev", "libsdp-dev", "bubblewrap"]


def build(folder):
    """The wall-clock time of a build with an empty store, and its report.

    The appendix that shows the record may fail, on a record that is too old or too slow: it is what we replace.
    """
    report = folder / "report.json"
    command = [BOOK, "build", "--fresh", "--strict", "--output", folder / "pages", "--report", report]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    facts = json.loads(report.read_text()) if report.exists() else None
    failed = [one["file"] for one in (facts or {"chapters": []})["chapters"]
              if any(cell["status"] == "failed" for cell in one["cells"]) and one["file"] != APPENDIX]
    if facts is None or failed or done.returncode > 1:
        end = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise BenchmarkError(f"the book does not build\n{end}")
    return seconds, facts


def cost(chapter):
    cells = chapter["cells"]
    return {
        "chapter": Path(chapter["file"]).stem,
        "seconds": round(sum(cell["seconds"] for cell in cells), 1),
        "megabytes": round(max((cell["peakBytes"] for cell in cells), default=0) / 1e6),
        "cells": len(cells),
        "claims": len(chapter["claims"]),
    }


def versions():
    shown = ["dpkg-query", "--show", "--showformat", "${Package} ${Version}\\n", *LIBRARIES]
    done = subprocess.run(shown, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return dict(line.split(" ", 1) for line in done.stdout.splitlines() if " " in line)


def write(path, names, rows):
    with path.open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(names)
        table.writerows(rows)
    print(f"Written: {path.relative_to(ROOT)}")


def main():
    with tempfile.TemporaryDirectory(prefix="book-bench-") as name:
        seconds, report = build(Path(name))
    rows = [cost(chapter) for chapter in report["chapters"]]
    print(f"{'chapter':44}{'seconds':>9}{'MB':>7}{'cells':>7}{'claims':>8}")
    for row in rows:
        print(f"{row['chapter']:44}{row['seconds']:9.1f}{row['megabytes']:7}{row['cells']:7}{row['claims']:8}")
    about = machine()
    facts = [
        ("seconds for the whole book", f"{seconds:.0f}"), ("processor", about["processor"]),
        ("cores", about["cores"]), ("memory in GiB", about["memoryGiB"]), ("system", about["system"]),
        ("Swift", about["swift"]), *sorted(versions().items()),
    ]
    write(FOLDER / "cost.csv", list(rows[0]), [list(row.values()) for row in rows])
    write(FOLDER / "machine.csv", ["what", "value"], facts)
    is_met = seconds <= SECONDS_FOR_THE_BOOK
    print(f"the whole book from nothing: {seconds:.0f} s, at most {SECONDS_FOR_THE_BOOK}: {'met' if is_met else 'NOT MET'}")
    return 0 if is_met else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (BenchmarkError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)
