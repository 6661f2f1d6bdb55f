"""What the scripts of Install/ say, word for word: `python3 Tests/Install/test_install.py`."""

import os
import shutil
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

INSTALL = Path(__file__).resolve().parents[2] / "Install"
SWIFT_HELP = "help: https://www.swift.org/install/linux has it for Debian 12\n"
# What the scripts themselves call, besides the commands that a test replaces.
TOOLS = ["bash", "env", "cat", "dirname", "head", "mktemp", "rm", "sed", "sort"]


class Scripts(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for tool in TOOLS:
            (self.folder / tool).symlink_to(shutil.which(tool))

    def command(self, name, script):
        """Puts a command of this name on the path of the scripts."""
        path = self.folder / name
        path.write_text(f"#!/bin/bash\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR | stat.S_IXOTH | stat.S_IXGRP)

    def run_script(self, name, *arguments, scripts=INSTALL):
        done = subprocess.run(
            ["/bin/bash", scripts / name, *arguments], env={"PATH": str(self.folder)},
            stdin=subprocess.DEVNULL, capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    def lists(self, text):
        """A copy of the scripts with a list of packages of its own."""
        copy = self.folder / "Install"
        copy.mkdir()
        shutil.copy(INSTALL / "debian", copy)
        (copy / "build.packages").write_text(text)
        return copy


class Swift(Scripts):
    def test_a_missing_swift_is_said_with_the_way_to_get_it(self):
        message = "error: there is no 'swift' on the PATH; this book needs Swift 6.3 or later\n"
        self.assertEqual(self.run_script("swift"), (3, "", message + SWIFT_HELP))

    def test_an_old_swift_is_said_with_both_versions(self):
        self.command("swift", "echo 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'")
        message = "error: this is Swift 5.10.1, and this book needs Swift 6.3 or later\n"
        self.assertEqual(self.run_script("swift"), (3, "", message + SWIFT_HELP))

    def test_a_swift_that_does_not_start_says_why(self):
        self.command("swift", "echo 'libxml2.so.2: no such file' >&2; exit 127")
        message = "error: 'swift --version' fails: libxml2.so.2: no such file\n"
        self.assertEqual(self.run_script("swift"), (3, "", message + SWIFT_HELP))

    def test_a_later_swift_is_silent(self):
        self.command("swift", "echo 'Swift version 6.10 (swift-6.10-RELEASE)'")
        self.assertEqual(self.run_script("swift"), (0, "", ""))


class Debian(Scripts):
    PACKAGES = "# comment\nlibcmark-dev   # reads Markdown\n\nbubblewrap\n"

    def test_nothing_missing_is_silent_and_asks_for_nothing(self):
        self.command("dpkg-query", "printf 'libcmark-dev installed\\nbubblewrap installed\\n'")
        self.assertEqual(self.run_script("debian", "build", scripts=self.lists(self.PACKAGES)), (0, "", ""))

    def test_missing_packages_are_installed_and_no_others(self):
        self.command("dpkg-query", "printf 'libcmark-dev config-files\\nbubblewrap installed\\n'; exit 1")
        self.command("apt-get", f"echo \"$@\" >> {self.folder}/asked")
        self.command("sudo", '"$@"')
        status, output, _ = self.run_script("debian", "build", scripts=self.lists(self.PACKAGES))
        self.assertEqual(
            (status, output), (0, "Installing from Debian, which may take a minute: libcmark-dev\n"))
        self.assertEqual(
            (self.folder / "asked").read_text(), "update\ninstall --yes --no-install-recommends libcmark-dev\n")

    def test_what_apt_says_is_shown_when_it_fails(self):
        self.command("dpkg-query", "exit 1")
        self.command("apt-get", "echo 'E: no network' >&2; exit 100")
        self.command("sudo", '"$@"')
        status, _, errors = self.run_script("debian", "build", scripts=self.lists(self.PACKAGES))
        expected = "E: no network\nerror: apt-get could not install all of: libcmark-dev bubblewrap\n"
        self.assertEqual((status, errors), (3, expected))

    @unittest.skipIf(os.geteuid() != 0, "only root can become somebody else")
    def test_without_root_and_sudo_the_command_to_run_is_said(self):
        self.command("dpkg-query", "exit 1")
        scripts = self.lists(self.PACKAGES)
        self.folder.chmod(0o755)
        done = subprocess.run(
            ["/bin/bash", scripts / "debian", "build"], env={"PATH": str(self.folder)}, user="nobody",
            stdin=subprocess.DEVNULL, capture_output=True, text=True)
        expected = (
            "error: Debian packages are missing, and only root can install them\n"
            "help: run this as root, then try again:\n"
            "    apt-get update && apt-get install --yes --no-install-recommends libcmark-dev bubblewrap\n")
        self.assertEqual((done.returncode, done.stderr), (3, expected))

    def test_elsewhere_than_on_debian_the_names_are_said(self):
        expected = "note: this is not Debian; make sure that these are installed: libcmark-dev bubblewrap\n"
        self.assertEqual(self.run_script("debian", "build", scripts=self.lists(self.PACKAGES)), (0, "", expected))


if __name__ == "__main__":
    unittest.main()
