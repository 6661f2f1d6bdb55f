"""The public types and functions of the modules that a chapter may import, as `docs/modules.csv`.

`public_names.py` writes the file, and the list of chapters in the appendix on the modules, which shows it and says which
chapter uses what; `public_names.py --check` exits with 1 where one of them is not what sources and chapters say. A
script of the standard library.
"""

import csv
import io
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docs" / "modules.csv"
APPENDIX = ROOT / "Chapters" / "C-the-modules.md"
MODULES = ["Notebook", "Backdoor", "CLWE", "SparsePCA", "Circuits", "Learning", "LinearAlgebra", "Probability"]
DECLARATION = re.compile(
    r"^public (?:final |indirect )*(struct|enum|protocol|class|actor|typealias|func) (\w+)")


def first_sentence(comment):
    """Of the paragraph that a doc comment starts with."""
    lines = []
    for line in comment:
        if not line:
            break
        lines.append(line)
    text = " ".join(lines)
    end = re.search(r"[.:](?= [A-ZΩω]|$)", text)
    return (text[:end.start()] if end else text).strip()


def names(folder):
    """(kind, name, what it is) of each top-level declaration, without the engine's own."""
    for path in sorted(folder.rglob("*.swift")):
        comment = []
        for line in path.read_text().splitlines():
            if line.startswith("///"):
                comment.append(line[3:].strip())
                continue
            found = DECLARATION.match(line)
            if found and not found[2].startswith("_"):
                yield found[1], found[2], first_sentence(comment)
            if not line.startswith("@"):
                comment = []


def table():
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["module", "kind", "name", "what"])
    for module in MODULES:
        seen = {}
        for kind, name, what in names(ROOT / "Sources" / module):
            seen.setdefault(name, (kind, name, what))
        for name in sorted(seen):
            writer.writerow([module, *seen[name]])
    return text.getvalue()


def chapters():
    """The inputs of the cell that counts who uses what: the list, the order of the chapters, and those with code."""
    files = sorted(path.name for path in (ROOT / "Chapters").glob("*.md"))
    return ["docs/modules.csv", "Chapters/book.yml", *(f"Chapters/{name}" for name in files if not name.startswith(("A-", "C-", "D-")))]


def with_inputs(text):
    """The appendix with the chapters of today in its list."""
    return re.sub(r"^//\| inputs: \[docs/modules.csv.*\]$", f"//| inputs: [{', '.join(chapters())}]", text, flags=re.M)


def main(words):
    if words not in ([], ["--check"]):
        print("usage: public_names.py [--check]", file=sys.stderr)
        return 2
    text = table()
    bare = [row for row in csv.reader(io.StringIO(text)) if not row[3]]
    for row in bare:
        print(f"error: {row[0]}.{row[2]} has no doc comment", file=sys.stderr)
    appendix = APPENDIX.read_text()
    if not words:
        FILE.write_text(text)
        APPENDIX.write_text(with_inputs(appendix))
    elif not FILE.exists() or FILE.read_text() != text or with_inputs(appendix) != appendix:
        print("error: docs/modules.csv, or the inputs of appendix C, are not what sources and chapters say\n"
              "help: python3 Tests/Modules/public_names.py", file=sys.stderr)
        return 1
    return 1 if bare else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
