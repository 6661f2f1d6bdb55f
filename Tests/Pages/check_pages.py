"""Checks a built book as its readers meet it: `python3 Tests/Pages/check_pages.py Output`.

Every page is opened from file:// in Chromium: on a phone, a tablet and a wide screen, light and dark, on paper, with
text set wider, with JavaScript and without; some are also opened over http. axe-core looks for what would keep somebody
out, and the checker of HTML reads all pages in one go.
Prints one line a finding, then 'N passed, N failed'; exits with 1 when something was found.
Needs Debian's chromium, chromium-driver and python3-selenium, and what `Tests/run` puts into `.book/page-checks` and `.book/exports`.
"""

import functools
import json
import os
import queue
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

import html_validity
import page_source

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = HERE.parents[1] / ".book"
LOCAL_SCHEMES = ("file:", "data:", "blob:", "about:")
WIDE, TABLET, PHONE = 1440, 768, 360
# A sheet of A4 without its edges, in CSS pixels.
PAPER = 718
# The least share of a page's text that must be there without JavaScript.
SHARE_WITHOUT_SCRIPTS = 0.98
# What axe-core finds in one theme or on one screen and not in the others.
RULES_OF_A_VIEW = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
PAGES_OVER_HTTP = 3


def start_browser():
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    options.add_argument("--headless=new")
    options.add_argument("--hide-scrollbars")
    options.add_argument("--disable-dev-shm-usage")
    options.add_argument("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    browser.set_script_timeout(120)
    return browser


@functools.cache
def questions():
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in ("look.js", "layout.js"))


@functools.cache
def axe():
    """The source of axe-core, which a wheel for another browser's driver carries."""
    found = sorted(ENVIRONMENTS.glob("page-checks/lib/python3*/site-packages/axe_playwright_python/axe.min.js"))
    if not found:
        sys.exit("error: axe-core is missing; make it by: Install/python .book/page-checks Tests/Pages/requirements.txt --no-deps")
    return found[0].read_text(encoding="utf-8")


def set_screen(browser, width=WIDE, scheme="light", media="", height=900):
    command = browser.execute_cdp_cmd
    command("Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
    command("Emulation.setEmulatedMedia",
            {"media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})


def show(browser, url, width=WIDE, scheme="light", scripts=True, height=900):
    """Opens an address on such a screen."""
    set_screen(browser, width, scheme, height=height)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
    browser.get(url)


class Page:
    """One page in the browser. Each check yields its findings as sentences."""

    def __init__(self, browser, path, url=None):
        self.browser = browser
        self.path = path
        self.url = url or path.resolve().as_uri()

    def look(self, width=WIDE, scheme="light", media=""):
        """Sets the screen of the page that is open."""
        set_screen(self.browser, width, scheme, media)

    def open(self, width=WIDE, scheme="light", scripts=True):
        show(self.browser, self.url, width, scheme, scripts)

    def ask(self, question, *arguments):
        """What the scripts beside this file answer to a question about the page as it is now."""
        return self.browser.execute_script(f"{questions()}\nreturn {question}(...arguments);", *arguments)

    def wait_for(self, question, *arguments):
        """The same for a question that calls back with its answer."""
        return self.browser.execute_async_script(
            f"{questions()}\nconst [done, ...rest] = [...arguments].reverse();\n"
            f"{question}(done, ...rest.reverse());", *arguments)

    def violations(self, rules=None, within=None):
        self.browser.execute_script(f"if (!window.axe) {{ {axe()} }}")
        return self.wait_for("violations", rules, within)

    # With scripts: one load, looked at in many ways

    def console_and_network(self):
        """Opens the page; errors of the console, and requests that leave the folder of the book."""
        self.browser.get_log("browser"), self.browser.get_log("performance")
        self.open()
        self.ask("settled")
        home = self.url.rsplit("/", 1)[0] + "/"
        for entry in self.browser.get_log("browser"):
            if entry["level"] in ("SEVERE", "WARNING"):
                yield f"the console says: {entry['message'].replace(self.url, self.path.name)}"
        for entry in self.browser.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if not url.startswith(LOCAL_SCHEMES) and not url.startswith(home):
                    yield f"asks the network for {url}"
            elif message["method"] == "Network.loadingFailed" and not message["params"].get("canceled"):
                yield f"a request failed: {message['params']['errorText']}"

    def figures(self):
        return self.ask("figuresWithoutNames")

    def formulas(self):
        return self.ask("brokenFormulas")

    def screen(self, width, scheme, rules=None):
        self.look(width, scheme)
        yield from self.places()
        yield from self.ask("weakContrasts")
        yield from self.violations(rules)

    def places(self, on_paper=False):
        yield from self.ask("whatIsTooWide")
        yield from self.ask("misplaced", on_paper)

    def tablet(self):
        self.look(TABLET)
        yield from self.places()

    def paper(self):
        """On paper nothing scrolls, opens or is dark, also for those whose screens are dark."""
        self.look(PAPER, "dark", "print")
        yield from self.places(on_paper=True)
        for question in ("weakContrasts", "foldedParts", "darkGrounds"):
            yield from self.ask(question)

    def preview(self):
        self.look()
        if self.wait_for("openPreview"):
            yield from self.places()
            yield from self.violations(within=".preview")
        self.ask("closePreview")

    def spaced_text(self):
        """Comes last: the page stays so."""
        self.ask("spaceText")
        for width in (WIDE, PHONE):
            self.look(width)
            yield from self.places()

    # Without scripts

    def without_scripts(self):
        self.open()
        self.ask("settled")
        with_scripts = self.ask("mainText")
        self.open(scripts=False)
        without = self.ask("mainText")
        if not without.strip():
            yield "without JavaScript there is no text in <main>"
        elif len(without) < SHARE_WITHOUT_SCRIPTS * len(with_scripts):
            yield f"without JavaScript {len(with_scripts) - len(without)} characters of the text are missing"
        for width in (WIDE, TABLET, PHONE):
            self.look(width)
            yield from self.places()


def checks(browser, folder, path, sources):
    """The checks of one page as pairs of a name and a function that gives findings."""
    page = Page(browser, path)
    source = sources[path]
    return [
        ("structure", lambda: source.faults()),
        ("links", lambda: page_source.broken_links(source, folder, sources)),
        ("console and network", page.console_and_network),
        ("figures", page.figures),
        ("formulas", page.formulas),
        (f"{WIDE} px, light", lambda: page.screen(WIDE, "light")),
        (f"{WIDE} px, dark", lambda: page.screen(WIDE, "dark", RULES_OF_A_VIEW)),
        (f"{TABLET} px", page.tablet),
        (f"{PHONE} px, light", lambda: page.screen(PHONE, "light", RULES_OF_A_VIEW)),
        (f"{PHONE} px, dark", lambda: page.screen(PHONE, "dark")),
        ("paper", page.paper),
        ("preview", page.preview),
        ("text set wider", page.spaced_text),
        ("without JavaScript", page.without_scripts),
    ]


def findings_of(check, name, path, folder):
    """The findings of one check as lines, each once."""
    try:
        found = list(dict.fromkeys(check()))
    except WebDriverException as error:
        found = [f"the browser says: {error.msg}"]
    return [f"{path.relative_to(folder)}: {name}: {finding}" for finding in found]


def check_page(browser, folder, path, sources):
    return [findings_of(check, name, path, folder) for name, check in checks(browser, folder, path, sources)]


class Server:
    """The folder of the book over http on the loopback address."""

    def __init__(self, folder):
        class Quiet(SimpleHTTPRequestHandler):
            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.server.server_port}/{path}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def check_over_http(browser, folder, paths, server):
    """The same console, network and places when a server sends the pages."""
    for path in paths:
        page = Page(browser, path, server.url(quote(path.relative_to(folder).as_posix())))

        def look():
            yield from page.console_and_network()
            yield from page.places()
            yield from page.preview()
        yield findings_of(look, "over http", path, folder)


def check_folder(folder):
    """Checks every page below `folder`. Returns how many checks passed, and the findings of each that failed."""
    folder = Path(folder).resolve()
    paths = sorted(folder.rglob("*.html"))
    if not paths:
        return 0, [[f"{folder.name}: there is no page"]]
    sources = {path: page_source.read(path) for path in paths}
    validity = html_validity.Checker(ENVIRONMENTS, folder, paths)
    # The longest first, so that two browsers end at the same time.
    work, found = queue.SimpleQueue(), {}
    for path in sorted(paths, key=lambda path: -path.stat().st_size):
        work.put(path)

    def check_pages():
        browser = start_browser()
        try:
            while True:
                try:
                    path = work.get_nowait()
                except queue.Empty:
                    return
                found[path] = check_page(browser, folder, path, sources)
        finally:
            browser.quit()

    server = Server(folder)

    def check_http():
        browser = start_browser()
        try:
            found["http"] = list(check_over_http(browser, folder, paths[:PAGES_OVER_HTTP], server))
        finally:
            browser.quit()

    helpers = [threading.Thread(target=check_pages) for _ in range(min(len(paths), os.cpu_count() or 1))]
    for helper in helpers:
        helper.start()
    for helper in helpers:
        helper.join()
    check_http()
    server.close()
    found["validity"] = [validity.findings()]
    results = [result for path in [*paths, "http", "validity"] for result in found.get(path, [["the browser ended"]])]
    return sum(not result for result in results), [result for result in results if result]


def main():
    if len(sys.argv) != 2:
        print("usage: check_pages.py FOLDER", file=sys.stderr)
        return 2
    passed, failed = check_folder(sys.argv[1])
    for findings in failed:
        print("\n".join(findings))
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
