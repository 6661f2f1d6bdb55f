"""The peers of LinearAlgebra: numpy and scipy, each by the fastest call that their documentation offers."""

import numpy as np
import scipy.linalg
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
