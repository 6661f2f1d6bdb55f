"""A book whose every text tries to be something else: markup, scripts, addresses, other directions, other sizes."""

import shutil
from pathlib import Path

FIXTURE = Path(__file__).resolve().parents[1] / "BookTests" / "Fixtures" / "export" / "hostile"
# The names that a hostile folder gives its files.
NAMES = {"first.md": "01-<b>a&b #c%20d.md", "second.md": "02-ünïcode \u202ex.md"}

SCRIPT = "<script>alert('{0}')</script>\"'><img src=x onerror=alert('{0}')> ]]> --> </title></style></textarea>"
WORD = "W" * 10_000
# Runs from right to left, and is not closed.
TURNED = "\u202e\u2066turned"
ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)",
    "javascript&colon;alert(1)", "java&#x0A;script:alert(1)", "vbscript:x", "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd", "//example.invalid/x", "blob:x", "view-source:x", "\\\\example.invalid\\x",
]
FORMULAS = [
    r"\href{javascript:alert(1)}{x}", r"\url{javascript:alert(1)}", r"\htmlClass{skip}{x}", r"\htmlId{main}{x}",
    r"\htmlStyle{position:fixed}{x}", r"\htmlData{a=b}{x}", r"\includegraphics{http://example.invalid/x.png}",
    r"\text{</span></math><script>alert(1)</script>}", r"\text{" + TURNED + "}", r"\color{red;background:url(x)}{x}",
    r"\rule{10000em}{10000em}", r"\def\a{\a\a}\a", r"\kern-1000em x", r"\raisebox{-1000em}{x}", r"\llap{" + "x" * 200 + "}",
    r"\colorbox{white}{\rule{0em}{0em}x}", r"\Huge\Huge\Huge x", r"\sqrt{" * 400 + "x" + "}" * 400, "x" * 3000,
    r"</annotation></semantics></math><svg onload=alert(1)>", r"\unicode{x}", "\u2028\u2029\u200b",
    r"\begin{array}{" + "c" * 200 + "}" + "&".join("x" * 200) + r"\end{array}",
]


def deep():
    """Each nests deeper than any reader or program needs to follow."""
    return [
        "*" * 10_000 + "x" + "*" * 10_000, "*a **b " * 5_000, "_" * 10_000 + "x", "[" * 10_000 + "x" + "]" * 10_000,
        "![" * 5_000 + "x" + "](y)" * 5_000, "> " * 5_000 + "x", "- " * 2_000 + "x", "x " + "`" * 9_999 + "x", "<" * 10_000,
        "&" * 10_000, "$" * 9_999, "| a " * 3_000 + "|", "*" * 10_000 + "[x](y)", "~" * 2 + "x" + "\\" * 9_999,
    ]


def chapter():
    parts = ["---", f"title: {quoted(SCRIPT.format('title') + TURNED)}", f"summary: {quoted(WORD + SCRIPT.format('summary'))}",
             "---", "", f"# {SCRIPT.format('heading')} {WORD} {TURNED}", ""]
    parts += ["```swift", 'let turned = "\\u{202E}\\u{2066}turned"', 'let word = String(repeating: "W", count: 10_000)',
              'let script = "<script>alert(1)</script>\\"onload=alert(1)"', "```", ""]
    parts += [f"Before `{{swift}} turned` after.", "", f"{TURNED} words.", "", f"Word {WORD} word, `{WORD}`, [{WORD}](https://example.org/{WORD}).", ""]
    for number, address in enumerate(ADDRESSES):
        parts += [f"[link {number}](<{address}>) [link]({address}) <{address}> ![picture](<{address}>) [r{number}]", "",
                  f"[r{number}]: <{address}> \"onmouseover=alert(1)\"", ""]
    for formula in FORMULAS:
        parts += [f"Formula ${formula}$ in a line.", "", f"$${formula}$$", ""]
    for text in deep():
        parts += [text, ""]
    parts += [f"## {WORD} {TURNED}", "", f"### {SCRIPT.format('deep')}", "", f"- {WORD}", f"1. {TURNED}", "",
              f"> [!THEOREM] {SCRIPT.format('theorem')} {TURNED} {WORD} {{#thm-turned}}", f"> {WORD}", "",
              f"> [!EXERCISE] {TURNED}", f"> {WORD}", "", f"> [!SOLUTION]", f"> {WORD}", "",
              f"[](#thm-turned) after. A note[^n] and a citation [@turned, {TURNED}] after.", "",
              f"[^n]: {WORD} {SCRIPT.format('note')} {TURNED}", "",
              "| " + " | ".join([WORD, TURNED, SCRIPT.format("field").replace("|", "")]) + " |", "| --- | --- | --- |"]
    parts += [f"| {row} | {TURNED} | {WORD if row == 3 else row} |" for row in range(1_000)]
    parts += [f": {SCRIPT.format('caption')} {WORD} {TURNED} {{#tbl-turned}}", "",
              "| " + " | ".join(["x"] * 200) + " |", "|" + " --- |" * 200, "| " + " | ".join(["y"] * 200) + " |", "",
              f"```<script>alert('fence')</script>\"onclick=alert(1) {TURNED}", f"{WORD} {SCRIPT.format('listing')} {TURNED}", "```", "",
              f"![{SCRIPT.format('alt')} {TURNED}](point.png \"{TURNED} onload=alert(1)\")", "",
              f"Zero\u200bwidth\ufeff and \u2028 and \u2029 and \x00 and \x1b[31m and a{chr(0x301) * 500} and \U000e0041.", ""]
    parts += ["```swift", "//| label: tbl-made", f"//| caption: {quoted(SCRIPT.format('made') + TURNED)}",
              'print(turned, script, word, "\\0", "\\u{2028}")', "Table(0..<5) {",
              "    Column(turned) { _ in turned }", "    Column(script) { _ in script }", "    Column(word) { _ in word }", "}", "```", "",
              "```swift", "//| label: fig-made", f"//| caption: {quoted(WORD + TURNED)}", f"//| alt: {quoted(SCRIPT.format('figure') + TURNED)}",
              "Plot(turned + script, x: Axis(stringLiteral: word), y: Axis(stringLiteral: turned)) {", "    Line(script, x: [1.0, 2], y: [1.0, 2])", "    Line(word, x: [1.0, 2], y: [2.0, 1])",
              "}", "```", "",
              "```swift", "claim(turned + script, word, .equals(word))", "claim(word, turned, .equals(script))", "```", "",
              "```swift", "fatalError(turned + script + word)", "```", ""]
    return "\n".join(parts)


BIBLIOGRAPHY = r"""
@article{turned, author = {%s and <b>B</b>, <script>alert('author')</script> and %s}, title = {<script>alert('entry')</script> %s},
  journal = {%s <img src=x onerror=alert(1)>}, year = {2020}, url = {https://example.org/"><script>alert(1)</script>},
  note = {%s <b>note</b>}, volume = {%s}, number = {<i>}, pages = {1--<u>}}
@misc{second, author = {%s}, title = {A}, howpublished = {\url{javascript:alert(1)}}, eprint = {<b>}, archiveprefix = {arXiv},
  year = {2021}}
"""


def quoted(text):
    """The text as YAML between quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(folder):
    chapters = folder / "Chapters"
    chapters.mkdir(parents=True)
    for file in FIXTURE.iterdir():
        (chapters / NAMES.get(file.name, file.name)).write_bytes(file.read_bytes())
    (chapters / "03-more.md").write_text(chapter(), encoding="utf-8")
    words = (TURNED, WORD, TURNED, TURNED, WORD, TURNED, TURNED)
    (chapters / "references.bib").write_text(BIBLIOGRAPHY % words, encoding="utf-8")
    shutil.copy(FIXTURE.parent / "sound" / "point.png", chapters)
