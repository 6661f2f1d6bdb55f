"""The peers of Probability: numpy's default generator and scipy's tests."""

import numpy as np
import scipy.stats

from science_peers import Measurement


def gaussian_matrix(_):
    generator = np.random.default_rng(1)

    def moments(matrix):
        numbers = matrix.ravel()
        return [numbers.mean(), numbers.var(), scipy.stats.skew(numbers), scipy.stats.kurtosis(numbers, fisher=False)]

    return lambda: generator.standard_normal((100_000, 64)), moments


def normal_sample():
    return {"normal-sample": np.random.default_rng(2).standard_normal(1_000_000)}


def kolmogorov_smirnov(inputs):
    sample = inputs["normal-sample"]
    return lambda: scipy.stats.kstest(sample, "norm"), lambda result: [result.statistic, result.pvalue]


# The kurtosis of 6.4 million numbers has a standard error of 0.0039: 0.01 of it, 0.03, is five of both together.
Measurement("gaussian-matrix", "Gaussian matrix 100,000 × 64, cryptographic", dict, gaussian_matrix,
            bar=1.0, stretch=0.5, tolerance=0.01)
Measurement("kolmogorov-smirnov", "Kolmogorov-Smirnov test of 1,000,000 numbers", normal_sample, kolmogorov_smirnov,
            bar=1.0, stretch=0.5)
