"""The checker finds each planted fault, and nothing on a sound page: `python3 Tests/Pages/test_check_pages.py`."""

import tempfile
import unittest
from pathlib import Path

import check_pages

FIXTURES = Path(__file__).resolve().parent / "Fixtures"


class CheckPages(unittest.TestCase):
    maxDiff = None

    def test_a_sound_folder_has_no_findings(self):
        self.assertEqual(check_pages.check_folder(FIXTURES / "sound"), (31, []))

    def test_every_planted_fault_is_found(self):
        passed, failed = check_pages.check_folder(FIXTURES / "faults")
        lines = [finding for findings in failed for finding in findings]
        self.assertEqual(lines, (FIXTURES / "faults" / "expected.txt").read_text().splitlines())
        # The page has nothing that could be previewed.
        self.assertEqual(passed, 1)

    def test_a_folder_without_pages_is_a_finding(self):
        with tempfile.TemporaryDirectory() as folder:
            passed, failed = check_pages.check_folder(folder)
            self.assertEqual((passed, failed), (0, [[f"{Path(folder).name}: there is no page"]]))


if __name__ == "__main__":
    unittest.main()
