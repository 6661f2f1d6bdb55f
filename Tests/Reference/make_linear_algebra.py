"""Makes the values and NPY files that the tests of LinearAlgebra compare with, by numpy and scipy.

Run from the root of the project: python Tests/Reference/make_linear_algebra.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
import scipy.linalg

VALUES = Path(__file__).parent / "values"
MADE_BY = f"numpy {np.__version__}, scipy {scipy.__version__}"


def factors():
    rng = np.random.default_rng(31)
    tall, square = rng.normal(size=(7, 4)), rng.normal(size=(5, 5))
    symmetric = square + square.T
    y, b = rng.normal(size=7), rng.normal(size=5)
    values, vectors = np.linalg.eigh(symmetric)
    text = json.dumps({
        "madeBy": MADE_BY, "tall": tall.tolist(), "square": square.tolist(), "symmetric": symmetric.tolist(),
        "y": y.tolist(), "b": b.tolist(),
        "singularValues": np.linalg.svd(tall, compute_uv=False).tolist(),
        "eigenvalues": values[::-1].tolist(), "topVector": vectors[:, -1].tolist(),
        "solution": np.linalg.solve(square, b).tolist(), "determinant": np.linalg.det(square),
        "symmetricSolution": scipy.linalg.solve(symmetric, b, assume_a="sym").tolist(),
        "lowerSolution": scipy.linalg.solve_triangular(square, b, lower=True).tolist(),
        "upperTransposedSolution": scipy.linalg.solve_triangular(square, b, lower=False, trans="T").tolist(),
        "leastSquares": np.linalg.lstsq(tall, y, rcond=None)[0].tolist(),
        "ridge": np.linalg.solve(tall.T @ tall + 0.5 * np.eye(4), tall.T @ y).tolist(),
        "covariance": np.cov(tall, rowvar=False).tolist(),
        "covarianceByCount": np.cov(tall, rowvar=False, ddof=0).tolist(),
    }, indent=1)
    (VALUES / "linear-algebra-factors.json").write_text(text + "\n")


def arrays():
    """[[0, 1, 2], [3, 4, 5]] as every kind of number, in both orders and all versions of the format."""
    folder = VALUES / "npy"
    folder.mkdir(exist_ok=True)
    base = np.arange(6).reshape(2, 3)
    for kind in ["<f8", "<f4", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8"]:
        np.save(folder / f"{kind.strip('<|')}.npy", base.astype(kind))
    np.save(folder / "f8-fortran.npy", np.asfortranarray(base.astype("<f8")))
    np.save(folder / "i4-fortran.npy", np.asfortranarray(base.astype("<i4")))
    np.save(folder / "b1.npy", base % 2 == 1)
    np.save(folder / "vector.npy", np.array([0.1, -0.0, np.inf, 1e-310]))
    np.save(folder / "empty.npy", np.zeros((0, 3)))
    np.save(folder / "big-endian.npy", base.astype(">f8"))
    np.save(folder / "complex.npy", base.astype("<c16"))
    np.save(folder / "records.npy", np.zeros(2, dtype=[("x", "<f8")]))
    np.save(folder / "large-integer.npy", np.array([[1, 2**53 + 1]]))
    for version in [(2, 0), (3, 0)]:
        with open(folder / f"version-{version[0]}.npy", "wb") as file:
            np.lib.format.write_array(file, base.astype("<f8"), version=version)


if __name__ == "__main__":
    factors()
    arrays()
