"""Makes the values that the tests of certificates compare with: exact binomial bounds and tests, and radii, by scipy.

Run from the root of the project: python Tests/Reference/make_robustness.py
"""

import json
from pathlib import Path

import scipy
import scipy.stats

HERE = Path(__file__).parent


def bounds():
    """One-sided Clopper-Pearson lower bounds, and two-sided exact tests of a fair coin."""
    cases = []
    for successes, trials in [(0, 10), (1, 1), (5, 10), (9, 10), (10, 10), (60, 100), (99_000, 100_000),
                              (100_000, 100_000), (50_200, 100_000), (400, 1000)]:
        for alpha in [0.6, 0.05, 0.001]:
            bound = scipy.stats.beta.ppf(alpha, successes, trials - successes + 1) if successes else 0.0
            cases.append({
                "successes": successes, "trials": trials, "alpha": alpha, "bound": float(bound),
                "radius": float(scipy.stats.norm.ppf(bound)) if bound > 0.5 else 0.0,
                "pValue": float(scipy.stats.binomtest(successes, trials, 0.5).pvalue)})
    return cases


if __name__ == "__main__":
    text = json.dumps({"madeBy": f"scipy {scipy.__version__}", "cases": bounds()}, indent=1)
    (HERE / "values" / "smoothing-certificates.json").write_text(text + "\n")
