"""Makes the faces of the book from Adobe's Source Serif and Source Sans: `python3 make.py`.

Needs PyPI's fonttools, brotli, font-source-serif-pro and font-source-sans-pro in the versions below; the same versions
give the same bytes. Only the characters that Western text, Greek letters and simple mathematics need stay, without
hinting. 'Source' is a reserved name, so the families are called 'Book Serif' and 'Book Sans'.
"""

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fontTools import subset

VERSIONS = {"fonttools": "4.68.0", "brotli": "1.2.1", "font-source-serif-pro": "0.0.1", "font-source-sans-pro": "0.0.1"}
FOLDER = Path(__file__).resolve().parent
FACES = {
    "serif-regular": ("serif", "Regular"), "serif-italic": ("serif", "It"),
    "serif-semibold": ("serif", "Semibold"), "serif-semibold-italic": ("serif", "SemiboldIt"),
    "sans-regular": ("sans", "Regular"), "sans-italic": ("sans", "It"), "sans-semibold": ("sans", "Semibold"),
}
CHARACTERS = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x391, 0x3C9), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026),
    (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2190, 0x2193),
    (0x2212, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265),
]
FEATURES = ["ccmp", "kern", "liga", "locl", "lnum", "mark", "mkmk", "onum", "pnum", "tnum"]
# The entries of the name table that hold the family's name: family, full name, PostScript name, typographic family.
FAMILY_NAMES = {1, 3, 4, 6, 16, 18}


def make(face, family, style):
    source = files(f"font_source_{family}_pro") / "files" / f"Source{family.title()}Pro-{style}.ttf"
    options = subset.Options(flavor="woff2", hinting=False, layout_features=FEATURES, name_IDs=["*"], notdef_outline=True)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in CHARACTERS for code in range(first, last + 1)])
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in FAMILY_NAMES:
            name = str(record).replace(f"Source{family.title()}Pro", f"Book{family.title()}")
            record.string = name.replace(f"Source {family.title()} Pro", f"Book {family.title()}")
    subset.save_font(font, str(FOLDER / "Faces" / f"{face}.woff2"), options)


def main():
    for package, expected in VERSIONS.items():
        if version(package) != expected:
            raise SystemExit(f"{package} is {version(package)}; the faces are made with {expected}")
    for face, (family, style) in FACES.items():
        make(face, family, style)


if __name__ == "__main__":
    main()
