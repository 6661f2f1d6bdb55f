"""Makes the values that the tests of SparsePCA compare with, by numpy: thresholded and largest eigenvalues, and the best
sparse direction by trying every support.

Run from the root of the project: python Tests/Reference/make_sparse_pca.py
"""

import itertools
import json
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
# n, m, k, theta; more dimensions than samples too.
CASES = [(8, 40, 2, 1.0), (12, 60, 3, 0.8), (10, 6, 3, 2.0), (9, 30, 4, 0.5), (6, 20, 6, 1.0), (7, 15, 1, 1.5)]


def case(rng, n, m, k, theta):
    spike = np.zeros(n)
    spike[rng.choice(n, k, replace=False)] = rng.choice([-1, 1], k) / np.sqrt(k)
    rows = rng.normal(size=(m, n)) + np.sqrt(theta) * rng.normal(size=(m, 1)) * spike
    covariance = rows.T @ rows / m
    excess = covariance - np.eye(n)
    thresholded = {str(level): np.linalg.eigvalsh(
        np.sign(excess) * np.maximum(np.abs(excess) - level / np.sqrt(m), 0))[-1] for level in [0.5, 1.5, 3]}
    best = max(((np.linalg.eigvalsh(covariance[np.ix_(places, places)])[-1], places)
                for places in itertools.combinations(range(n), k)), key=lambda pair: pair[0])
    return {"rows": rows.tolist(), "samples": m, "dimension": n, "sparsity": k, "spike": spike.tolist(),
            "largestVariance": covariance.diagonal().max(), "alongSpike": spike @ covariance @ spike,
            "largestEigenvalue": np.linalg.eigvalsh(covariance)[-1], "thresholded": thresholded,
            "best": best[0], "bestPlaces": list(best[1])}


def main():
    rng = np.random.default_rng(17)
    text = json.dumps({"madeBy": f"numpy {np.__version__}", "cases": [case(rng, *one) for one in CASES]}, indent=None)
    (HERE / "values" / "sparse-pca.json").write_text(text + "\n")


main()
