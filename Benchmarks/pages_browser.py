"""Pages in Chromium: what one loads over the loopback, and when its first words are on the screen."""

import gzip
import http.server
import mimetypes
import os
import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

TEXTS = {".html", ".css", ".js", ".mjs", ".svg", ".json", ".txt", ".csv", ".xml"}
FONTS = {".woff2", ".woff", ".ttf", ".otf"}


@dataclass
class Load:
    """What one page loaded: bytes as sent, texts with gzip -9, by path; and what it wanted from other machines."""

    sent: dict = field(default_factory=dict)
    elsewhere: list = field(default_factory=list)

    @property
    def fonts(self):
        return sum(size for path, size in self.sent.items() if Path(path).suffix in FONTS)

    @property
    def rest(self):
        return sum(self.sent.values()) - self.fonts

    @property
    def total(self):
        return sum(self.sent.values())


class Server:
    """Serves a folder on the loopback and notes down what it sent."""

    def __init__(self, folder):
        self.sent = {}
        root, sent = Path(folder).resolve(), self.sent

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = (root / unquote(urlsplit(self.path).path).lstrip("/")).resolve()
                if root not in path.parents or not path.is_file():
                    self.send_error(404)
                    return
                content = path.read_bytes()
                self.send_response(200)
                if path.suffix in TEXTS:
                    content = gzip.compress(content, 9, mtime=0)
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(content)
                sent[str(path.relative_to(root))] = len(content)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


class Browser:
    """Chromium with a profile of its own, which is empty at first, and without any network but the loopback."""

    def __init__(self):
        self._profile = tempfile.mkdtemp(prefix="book-bench-profile-")
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--disable-dev-shm-usage", "--window-size=1280,900", "--no-first-run",
                         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                         f"--user-data-dir={self._profile}"]:
            options.add_argument(argument)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        self._driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._driver.quit()
        shutil.rmtree(self._profile, ignore_errors=True)

    def load(self, folder, page):
        """Loads a page over the loopback, with all that it needs until it is at rest."""
        server = Server(folder)
        try:
            self._driver.get(server.address + page)
            elsewhere = self._driver.execute_async_script("""
                const done = arguments[arguments.length - 1];
                document.fonts.ready.then(() => setTimeout(() => done(
                    [...document.querySelectorAll("script[src], link[rel=stylesheet], img[src]")]
                        .map(element => element.src || element.href)
                        .filter(address => /^https?:/.test(address) && new URL(address).host != location.host)), 250));
                """)
            return Load(dict(server.sent), elsewhere)
        finally:
            self._driver.get("about:blank")
            server.close()

    def first_paint(self, path):
        """Seconds from the start of the navigation to the first paint of text, from file://."""
        self._driver.get(Path(path).resolve().as_uri())
        milliseconds = self._driver.execute_async_script("""
            const done = arguments[arguments.length - 1];
            new PerformanceObserver((list, observer) => {
                const paint = list.getEntriesByName("first-contentful-paint")[0];
                if (paint) { observer.disconnect(); done(paint.startTime); }
            }).observe({type: "paint", buffered: true});
            """)
        self._driver.get("about:blank")
        return milliseconds / 1000


def first_paints(path, rounds):
    """First paints of a page in browsers that were just started with an empty profile, and again in the same browsers."""
    cold, warm = [], []
    for _ in range(rounds):
        with Browser() as browser:
            cold.append(browser.first_paint(path))
            warm.append(browser.first_paint(path))
    return cold, warm
