"""Books that only our engine builds: a figure behind a training that is kept, and a book of many chapters."""

from pathlib import Path

from engine_timing import BOOK, BenchmarkError, measured, timed, tick

CELLS = 40


def measure_figure(folder, rounds, training):
    """Times of builds after an edit of a figure's cell, in a chapter whose kept training takes `training` seconds."""
    root = folder / "figure-book"
    command = [BOOK, "build", "--root", root]
    _write_figure(root, training, 0)
    first = timed(command, folder)
    if first < training:
        raise BenchmarkError(f"the training was to take {training} s, and the whole build took {first:.1f} s")
    times = []
    for number in range(1, rounds + 1):
        _write_figure(root, training, number)
        times.append(timed(command, folder))
        page = (root / "Output" / "01-training.html").read_text()
        if f"Title of edit {number}" not in page or "<svg" not in page:
            raise BenchmarkError(f"the page does not show the figure of edit {number}")
        tick()
    return times


def _write_figure(root, training, number):
    chapters = root / "Chapters"
    chapters.mkdir(parents=True, exist_ok=True)
    (chapters / "01-training.md").write_text(f"""# Training

```swift keep
//| time-limit: 10min
import Foundation
let weights = {{
    // What takes long here is only to wait: the time of the first build is no part of the measurement.
    let end = Date(timeIntervalSinceNow: {training})
    var sum = 0.0
    while Date() < end {{ sum += 1 }}
    return (0..<20).map {{ Double($0) * min(1, sum) }}
}}()
```

```swift
//| label: fig-weights
//| caption: The weights.
//| alt: A line that rises from 0 to 19.
Plot("Title of edit {number}", x: "place", y: "weight") {{
    Line("weights", x: 0..<20, y: weights)
}}
```
""")


def measure_many(folder, rounds, few, many):
    """Builds of a book of many chapters with nothing changed, and after an edit of one.

    Returns the times of both, and the memory in kB that each further chapter costs a build with nothing changed: the
    difference between `few` and `many` chapters."""
    root = folder / "many-chapters"
    command = [BOOK, "build", "--root", root]
    memory = {}
    for count in (few, many):
        for number in range(1, count + 1):
            _write_small(root, number, 0)
        timed(command, folder)
        runs = [measured(command, folder) for _ in range(rounds + 1)][1:]
        memory[count] = min(kilobytes for _, kilobytes in runs)
        tick()
    unchanged = [seconds for seconds, _ in runs]
    edited = []
    for edit in range(1, rounds + 1):
        _write_small(root, many // 2, edit)
        edited.append(timed(command, folder))
        page = root / "Output" / f"{many // 2:03}-part-{many // 2}.html"
        if f"edit {edit} of" not in page.read_text():
            raise BenchmarkError("the page of the edited chapter is not new")
        tick()
    return unchanged, edited, (memory[many] - memory[few]) / (many - few), memory[many]


def _write_small(root, number, edit):
    """A chapter of 40 cells; its program takes as little time as a program can."""
    chapters = Path(root) / "Chapters"
    chapters.mkdir(parents=True, exist_ok=True)
    lines = [f"# Part {number}", "", f"This is edit {edit} of it.", ""]
    for cell in range(CELLS):
        lines += [f"Cell {cell}.", "", "```swift", f"{number} * {cell}", "```", ""]
    path = chapters / f"{number:03}-part-{number}.md"
    text = "\n".join(lines)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)
