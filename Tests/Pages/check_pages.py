"""Checks a built book as its readers meet it: `python3 Tests/Pages/check_pages.py Output`.

Every page is opened from file:// in Chromium, wide and on a phone, light and dark, with JavaScript and without.
Prints one line a finding, then 'N passed, N failed'; exits with 1 when something was found.
Needs Debian's chromium, chromium-driver and python3-selenium.
"""

import json
import os
import sys
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

import page_source

HERE = Path(__file__).resolve().parent
LOCAL_SCHEMES = ("file:", "data:", "blob:", "about:")
PHONE_WIDTH = 390
# The least share of a page's text that must be there without JavaScript.
SHARE_WITHOUT_SCRIPTS = 0.98


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
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


class Page:
    """One page in the browser. Each check yields its findings as sentences."""

    def __init__(self, browser, path):
        self.browser = browser
        self.path = path
        self.url = path.resolve().as_uri()
        self.look = (HERE / "look.js").read_text()

    def open(self, width=1280, scheme="light", scripts=True):
        command = self.browser.execute_cdp_cmd
        command("Emulation.setDeviceMetricsOverride",
                {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        command("Emulation.setEmulatedMedia",
                {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        command("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        self.browser.get(self.url)

    def ask(self, question, *arguments):
        """What `look.js` answers to a question about the page as it is now."""
        return self.browser.execute_script(f"{self.look}\nreturn {question}(...arguments);", *arguments)

    def console_and_network(self):
        """Opens the page; errors of the console, and requests that leave the folder of the book."""
        self.browser.get_log("browser"), self.browser.get_log("performance")
        self.open()
        self.ask("settled")
        for entry in self.browser.get_log("browser"):
            if entry["level"] in ("SEVERE", "WARNING"):
                yield f"the console says: {entry['message'].replace(self.url, self.path.name)}"
        for entry in self.browser.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if not url.startswith(LOCAL_SCHEMES):
                    yield f"asks the network for {url}"
            elif message["method"] == "Network.loadingFailed" and not message["params"].get("canceled"):
                yield f"a request failed: {message['params']['errorText']}"

    def figures(self):
        return self.ask("figuresWithoutNames")

    def formulas(self):
        return self.ask("brokenFormulas")

    def contrast(self, scheme):
        self.open(scheme=scheme)
        return self.ask("weakContrasts")

    def phone(self):
        self.open(width=PHONE_WIDTH)
        return self.ask("whatIsTooWide")

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
        ("contrast, light", lambda: page.contrast("light")),
        ("contrast, dark", lambda: page.contrast("dark")),
        (f"{PHONE_WIDTH} px wide", page.phone),
        ("without JavaScript", page.without_scripts),
    ]


def check_folder(folder):
    """Checks every page below `folder`. Returns how many checks passed, and the findings of each that failed."""
    folder = Path(folder).resolve()
    paths = sorted(folder.rglob("*.html"))
    if not paths:
        return 0, [[f"{folder.name}: there is no page"]]
    sources = {path: page_source.read(path) for path in paths}
    passed, failed = 0, []
    browser = start_browser()
    try:
        for path in paths:
            for name, check in checks(browser, folder, path, sources):
                try:
                    found = [f"{path.relative_to(folder)}: {name}: {finding}" for finding in check()]
                except WebDriverException as error:
                    found = [f"{path.relative_to(folder)}: {name}: the browser says: {error.msg}"]
                if found:
                    failed.append(found)
                else:
                    passed += 1
    finally:
        browser.quit()
    return passed, failed


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
