"""Measures the science against numpy, scipy, scikit-learn and fpylll: `make bench`, or `make bench-science` alone.

Both sides run in turn, each with one thread, on the same arrays. Some works are compared with another one of our
own, in turn in one process: planting with honest training. A time counts only after both sides' values agree. The
least time of each side is compared: the work is the same every time, so all that a time has above the least one is
what else the machine did. Medians are shown beside it. Prints a table, writes `Benchmarks/results/science.json`, and
exits with 1 when a bar is not met, 2 when values differ or a side fails. A script of the standard library: numpy
lives in the environment `.book/peers`.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from engine import BenchmarkError, first_line, machine, summary

HERE = Path(__file__).resolve().parent
OURS = HERE / ".build" / "release" / "ScienceBenchmark"
PEERS = [HERE.parent / ".book" / "peers" / "bin" / "python", HERE / "science_peers.py"]
ONE_THREAD = {name: "1" for name in ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"]}


def answer(command, on_one_processor=False):
    """Runs a command and reads the JSON it prints."""
    words = [str(word) for word in command]
    processors = {min(os.sched_getaffinity(0))} if on_one_processor else os.sched_getaffinity(0)
    done = subprocess.run(
        words, stdin=subprocess.DEVNULL, capture_output=True, text=True, env={**os.environ, **ONE_THREAD},
        preexec_fn=lambda: os.sched_setaffinity(0, processors))
    if done.returncode != 0:
        raise BenchmarkError(f"'{' '.join(words)}' exited with {done.returncode}\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout) if done.stdout.strip() else None


def check_values(facts, ours, theirs):
    """Raises unless both sides found the same."""
    if len(ours) != len(theirs) or not ours:
        raise BenchmarkError(f"{facts['name']}: {len(ours)} values here, {len(theirs)} from the other side")
    scale = max(abs(value) for value in theirs)
    for index, (our, their) in enumerate(zip(ours, theirs)):
        if not abs(our - their) <= facts["tolerance"] * scale:
            raise BenchmarkError(
                f"{facts['name']}: value {index} is {our!r} here, {their!r} on the other side, which is more than "
                f"{facts['tolerance']} of the largest value {scale!r} apart")


def measure(facts, folder, rounds, repeats):
    """Runs both sides of one measurement in turn."""
    name, rounds, repeats = facts["name"], facts["rounds"] or rounds, facts["repeats"] or repeats
    answer([*PEERS, "inputs", folder, name])
    ours, theirs, library, peaks = [], [], [], {"ours": 0, "peer": 0}

    def run_ours():
        report = answer([OURS, folder, name, repeats], facts["onOneProcessor"])
        ours.extend(report["seconds"])
        library.extend(report.get("librarySeconds") or [])
        peaks["ours"] = max(peaks["ours"], report["peakBytes"])
        return report

    def run_both_of_ours():
        report = run_ours()
        theirs.extend(report["standardSeconds"])
        peaks["peer"] = None
        return report["values"], report["standardValues"]

    def run_theirs():
        report = answer([*PEERS, "run", folder, name, repeats], facts["onOneProcessor"])
        theirs.extend(report["seconds"])
        peaks["peer"] = max(peaks["peer"], report["peakBytes"])
        return report["values"]

    for number in range(rounds):
        if facts["against"]:
            our_values, their_values = run_both_of_ours()
        elif number % 2 == 0:
            our_values, their_values = run_ours()["values"], run_theirs()
        else:
            their_values, our_values = run_theirs(), run_ours()["values"]
        check_values(facts, our_values, their_values)
        print(".", end="", file=sys.stderr, flush=True)
    ratio = min(ours) / min(theirs)
    return {
        **facts, "ours": summary(ours), "peer": summary(theirs), "ratio": ratio,
        "isMet": (facts["bar"] is None or ratio <= facts["bar"]) and (
            facts["limit"] is None or min(ours) <= facts["limit"]),
        "library": summary(library) if library else None,
        "libraryShare": min(library) / min(ours) if library else None,
        "medianRatio": statistics.median(ours) / statistics.median(theirs),
        "peakBytes": peaks,
    }


def measure_alone(facts, folder):
    """Runs one without a peer, once: it takes long, and its bar is a number of seconds."""
    report = answer([OURS, folder, facts["name"], 0])
    print(".", end="", file=sys.stderr, flush=True)
    seconds = report["seconds"][0]
    return {**facts, "ours": summary([seconds]), "isMet": seconds <= facts["limit"],
            "peakBytes": {"ours": report["peakBytes"]}}


def print_table(rows):
    print(f"{'seconds, the least of each':56}{'ours':>9}{'peer':>9}{'ratio':>7}{'median':>8}{'bar':>6}{'':>9}{'library':>9}")
    for row in rows:
        if not row["hasPeer"]:
            print(f"{row['title']:56}{row['ours']['min']:9.4f}{'–':>9}{'–':>7}{'–':>8}{row['limit']:4d} s"
                  f"{'met' if row['isMet'] else 'NOT MET':>9}{'–':>9}")
            continue
        bar = "–" if row["bar"] is None else f"{row['bar']:.2f}"
        word = "" if row["bar"] is None else "met" if row["isMet"] else "NOT MET"
        share = f"{row['libraryShare']:.0%}" if row["library"] else "–"
        print(f"{row['title']:56}{row['ours']['min']:9.4f}{row['peer']['min']:9.4f}{row['ratio']:7.2f}"
              f"{row['medianRatio']:8.2f}{bar:>6}{word:>9}{share:>9}")
    for row in rows:
        if row["against"]:
            print(f"{row['title']}: the peer is our own {row['against']}")
    print("ratio: our time to the peer's, median: of the medians; library: the share of our time that BLAS, LAPACK or libsodium "
          "alone take, or the normal numbers for pancakes")


def main():
    parser = argparse.ArgumentParser(description="Measures the science against numpy, scipy, scikit-learn and fpylll.")
    parser.add_argument("names", nargs="*", help="only these measurements (default all)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each side is started, in turn (default 5)")
    parser.add_argument("--repeats", type=int, default=3, help="how often each start is timed (default 3)")
    arguments = parser.parse_args()

    listed = answer([*PEERS, "list"])
    known = {facts["name"]: facts for facts in listed["measurements"]}
    for name in arguments.names:
        if name not in known:
            raise BenchmarkError(f"no measurement '{name}', there are {', '.join(known)}")
    rows = []
    with tempfile.TemporaryDirectory(prefix="science-bench-") as folder:
        for name in arguments.names or known:
            if known[name]["hasPeer"]:
                rows.append(measure(known[name], folder, arguments.rounds, arguments.repeats))
            else:
                rows.append(measure_alone(known[name], folder))
    print(file=sys.stderr)

    print_table(rows)
    report = {"version": 1, "machine": machine(), "peers": {k: listed[k] for k in ["versions", "blas"]},
              "library": first_line(["pkg-config", "--modversion", "openblas"]), "measurements": rows}
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    (results / "science.json").write_text(json.dumps(report, indent=2) + "\n")
    print("Written: Benchmarks/results/science.json")
    return 0 if all(row["isMet"] for row in rows) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (BenchmarkError, OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)
