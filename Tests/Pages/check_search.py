"""Checks the search index of a built book: `python3 Tests/Pages/check_search.py Output`.

Every place that a result can lead to is there, every page with a text has one in the index, and what a browser loads
to search at all is at most 300 kB. Prints the sizes, and one line a fault; exits with 1 when there is one.
"""

import html
import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote

KILOBYTES = 300
LOADED = ["index.js", "lunr.js", "search.js"]


def value(script):
    """The JSON that a script assigns."""
    return json.loads(script.split(" = ", 1)[1].rstrip().rstrip(";"))


def names(page):
    return {html.unescape(name) for name in re.findall(r'\sid="([^"]*)"', page)}


def sizes(folder):
    return {name: (folder / "assets" / "search" / name).stat().st_size for name in LOADED}


def faults(folder):
    search = folder / "assets" / "search"
    if sum(sizes(folder).values()) > 1000 * KILOBYTES:
        yield f"the search loads {sum(sizes(folder).values())} bytes, at most {KILOBYTES} kB"
    lines = value((search / "index.js").read_text())
    for address, _, _, sections, _, _ in lines:
        path = unquote(address)
        known = names((folder / path).read_text())
        texts = value((search / "texts" / (path.removesuffix(".html") + ".js")).read_text())
        if len(texts) != len(sections) / 3:
            yield f"{path}: {len(texts)} texts, {len(sections) / 3} sections"
        anchors = sections[::3] + [block[1] for blocks in texts for block in blocks if len(block) > 1]
        for anchor in sorted(set(anchors) - known - {""}):
            yield f"{path}: there is no place #{anchor}"
    pages = {path.name for path in folder.glob("*.html") if 'id="main"' in path.read_text()}
    for path in sorted(pages - {unquote(line[0]) for line in lines} - {"index.html"}):
        yield f"{path}: the index does not have it"


def main():
    if len(sys.argv) != 2:
        print("usage: check_search.py FOLDER", file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    print(", ".join(f"{name} {size / 1000:.0f} kB" for name, size in sizes(folder).items()))
    found = list(faults(folder))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
