"""What can be said of a page from its bytes alone: names, links, and the marks that every page needs."""

from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

# Attributes that name another file.
REFERENCES = {"a": "href", "link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}


class PageSource(HTMLParser):
    """The names and references of one page."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.names = []
        self.references = []
        self.tags = Counter()
        self.language = None
        self.has_viewport = False
        self.images_without_text = []
        self.headings = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags[tag] += 1
        if attributes.get("id"):
            self.names.append(attributes["id"])
        reference = attributes.get(REFERENCES.get(tag, ""))
        if reference is not None:
            self.references.append((tag, reference))
        if tag == "html":
            self.language = attributes.get("lang")
        if tag == "meta" and attributes.get("name") == "viewport":
            self.has_viewport = True
        if tag == "img" and "alt" not in attributes:
            self.images_without_text.append(attributes.get("src", ""))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))

    def faults(self):
        if not self.language:
            yield "<html> has no lang"
        if self.tags["title"] < 1:
            yield "there is no <title>"
        if not self.has_viewport:
            yield "there is no viewport for phones"
        for tag in ("main", "h1"):
            if self.tags[tag] != 1:
                yield f"there are {self.tags[tag]} <{tag}>, expected 1"
        for source in self.images_without_text:
            yield f"the image {source} has no alt"
        for name, count in Counter(self.names).items():
            if count > 1:
                yield f"the id '{name}' is used {count} times"
        for before, after in zip(self.headings, self.headings[1:]):
            if after > before + 1:
                yield f"an <h{after}> follows an <h{before}>"


def read(path):
    source = PageSource(path)
    source.feed(path.read_text(encoding="utf-8"))
    return source


def broken_links(source, folder, sources):
    """References to files or names that are not there, or that leave the folder of the book."""
    for tag, reference in source.references:
        try:
            parts = urlsplit(reference)
        except ValueError:
            yield f"'{reference}' is no address"
            continue
        if parts.scheme in ("http", "https", "mailto"):
            if tag != "a":
                yield f"<{tag}> loads {reference} from the network"
            continue
        if parts.scheme == "data":
            continue
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            yield f"'{reference}' is not relative to the page"
            continue
        target = (source.path.parent / unquote(parts.path)).resolve() if parts.path else source.path
        if target.is_dir():
            yield f"'{reference}' is a folder, which file:// does not open as a page"
        elif folder not in target.parents:
            yield f"'{reference}' leaves the book"
        elif not target.exists():
            yield f"'{reference}' is not there"
        elif parts.fragment and target in sources and unquote(parts.fragment) not in sources[target].names:
            yield f"'{reference}' has no such place"
