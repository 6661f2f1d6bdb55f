"""Checks that what appendix B shows as source is what it runs: `python3 Tests/Pages/check_examples.py FILE`.

Every paragraph and fence in a fence of four backticks with the language `markdown` must also stand outside of it.
"""

import re
import sys
from pathlib import Path

EXAMPLE = re.compile(r"^````markdown\n(.*?)^````\n", re.MULTILINE | re.DOTALL)


def main():
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    examples, failed = list(EXAMPLE.finditer(text)), 0
    for example in examples:
        outside = text[: example.start()] + text[example.end():]
        if not all(part in outside for part in example.group(1).strip("\n").split("\n\n")):
            failed += 1
            line = text.count("\n", 0, example.start()) + 1
            print(f"{sys.argv[1]}:{line}: the example is not the same as what runs below it")
    print(f"{len(examples) - failed} passed, {failed} failed")
    return 1 if failed or not examples else 0


if __name__ == "__main__":
    sys.exit(main())
