"""How commands are timed, and where the commands of the engines are."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BOOK = ROOT / ".build" / "release" / "book"
JUPYTER_BOOK = ROOT / ".book" / "jupyter-book" / "bin" / "jupyter-book"
RSCRIPT = Path("/usr/bin/Rscript")


class BenchmarkError(Exception):
    """A command that failed or a page that is wrong: no time is worth anything then."""


def measured(command, folder):
    """Runs a command and returns its wall-clock time in seconds and the most memory it held, in kB.

    The memory is that of the command and of the programs it waited for, whichever held most."""
    log = Path(folder) / ".bench-output"
    with open(log, "w+") as output:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        words = " ".join(map(str, command))
        end = "\n".join(log.read_text().splitlines()[-20:])
        raise BenchmarkError(f"'{words}' exited with {child.returncode}\n{end}")
    return seconds, usage.ru_maxrss


def timed(command, folder):
    """Runs a command and returns its wall-clock time in seconds."""
    return measured(command, folder)[0]


def first_line(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return (done.stdout.strip().splitlines() or ["unknown"])[0]


def summary(times):
    return {
        "median": statistics.median(times), "min": min(times), "max": max(times), "runs": len(times), "times": times,
    }


def chosen_parts(parser, known, arguments):
    """The parts that the command line names, in our order; all where it names none."""
    for unknown in set(arguments.parts) - set(known):
        parser.error(f"there is no part '{unknown}'; parts are {', '.join(known)}")
    return [name for name in known if name in (arguments.parts or known)]


def measure_parts(report, parts, arguments):
    """Runs each part, by its name, and publishes after each. Returns the exit status."""
    with tempfile.TemporaryDirectory(prefix="book-bench-") as folder:
        for name, part in parts.items():
            print(f"\nMeasuring: {name}", file=sys.stderr, flush=True)
            part(report, Path(folder), arguments)
            report.publish()
    return 0 if report.isMet else 1


def exit_with(main):
    """Ends with the status of `main`, or with 2 when a page is wrong."""
    try:
        sys.exit(main())
    except (BenchmarkError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)


def tick():
    """Shows that something was measured."""
    print(".", end="", file=sys.stderr, flush=True)
