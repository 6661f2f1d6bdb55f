"""The peers of LinearAlgebra: numpy and scipy, each by the fastest call that their documentation offers."""

import numpy as np
import scipy.linalg
import scipy.sparse.linalg
from science_peers import Measurement


def ridge_inputs():
    rng = np.random.default_rng(11)
    return {"ridge-features": rng.normal(size=(4000, 2000)), "ridge-targets": rng.normal(size=4000)}


def ridge(inputs):
    features, targets = inputs["ridge-features"], inputs["ridge-targets"]

    def run():
        # numpy sees that both factors are one array, and takes the symmetric product of BLAS.
        gram = features.T @ features
        gram.flat[:: len(gram) + 1] += 1.0
        return scipy.linalg.solve(gram, features.T @ targets, assume_a="pos", overwrite_a=True, check_finite=False)

    return run, lambda weights: weights


Measurement("ridge", "ridge normal equations, 4,000 × 2,000", ridge_inputs, ridge, tolerance=1e-9)


def gram(inputs):
    features = inputs["ridge-features"]
    return lambda: features.T @ features, lambda result: np.concatenate([result[0], result[:, 1]])


# No bar: it is one call of BLAS on both sides, and shows how far Debian's OpenBLAS 0.3.21 is from numpy's own newer one.
Measurement("gram", "AᵀA, 4,000 × 2,000", ridge_inputs, gram, bar=None, tolerance=1e-12)


def spiked_inputs():
    # One direction with 1.8 times the variance, above the threshold 1 + sqrt(1,000 / 2,000) of detection.
    rng = np.random.default_rng(12)
    samples, spike = rng.normal(size=(2000, 1000)), rng.normal(size=1000)
    spike /= np.linalg.norm(spike)
    return {"spiked-samples": samples + (np.sqrt(1.8) - 1) * np.outer(samples @ spike, spike)}


def noise_inputs():
    return {"noise-samples": np.random.default_rng(13).normal(size=(2000, 1000))}


def top_eigenvector(name):
    def prepare(inputs):
        samples = inputs[name]

        def run():
            covariance = np.cov(samples, rowvar=False)
            # ARPACK took 0.015 s where LAPACK's range driver (scipy.linalg.eigh with a subset) took 0.043 s.
            return scipy.sparse.linalg.eigsh(covariance, k=1, which="LA")

        def values(result):
            vector = result[1][:, 0]
            return np.concatenate([result[0], -vector if vector.sum() < 0 else vector])

        return run, values

    return prepare


Measurement("top-eigenvector", "top eigenvector of a covariance, 2,000 × 1,000, spiked", spiked_inputs,
            top_eigenvector("spiked-samples"), tolerance=1e-9)
Measurement("top-eigenvector-noise", "top eigenvector of a covariance, 2,000 × 1,000, noise", noise_inputs,
            top_eigenvector("noise-samples"), tolerance=1e-9)


def symmetric_inputs():
    matrix = np.random.default_rng(14).normal(size=(1000, 1000))
    return {"symmetric": matrix + matrix.T}


def symmetric_eigen(inputs):
    matrix = inputs["symmetric"]

    def values(result):
        return np.concatenate([result[0][::-1], np.abs(result[1].sum(axis=0))[::-1]])

    # numpy's eigh (divide and conquer) is faster here than scipy's default driver.
    return lambda: np.linalg.eigh(matrix), values


Measurement("symmetric-eigen", "all eigenvectors of a symmetric matrix of 1,000", symmetric_inputs, symmetric_eigen,
            tolerance=1e-10)
