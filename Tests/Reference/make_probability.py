"""Makes the values that the tests of Probability compare with: by scipy, and by mpmath where scipy's own error
would be as large as ours.

Run from the root of the project: python Tests/Reference/make_probability.py
"""

import json
import subprocess
from pathlib import Path

import mpmath
import numpy as np
import scipy
import scipy.special
import scipy.stats
from mpmath import mp, mpf

HERE = Path(__file__).parent
MADE_BY = f"numpy {np.__version__}, scipy {scipy.__version__}, mpmath {mpmath.__version__}"
mp.dps = 50


def write(name, values):
    text = json.dumps({"madeBy": MADE_BY, **values}, indent=1)
    (HERE / "values" / f"{name}.json").write_text(text + "\n")


def keystreams():
    """The first million words of a keystream by OpenSSL, as one number: the sum of (2i + 1)·word i modulo 2^64."""
    cases = []
    for key in [bytes(range(32)), bytes([255 - i for i in range(32)])]:
        stream = subprocess.run(["openssl", "enc", "-chacha20", "-K", key.hex(), "-iv", "00" * 16],
                                input=bytes(8_000_000), capture_output=True, check=True).stdout
        words = np.frombuffer(stream, dtype="<u8")
        odd = 2 * np.arange(len(words), dtype=np.uint64) + np.uint64(1)
        cases.append({"key": key.hex(), "count": len(words), "sum": str((words * odd).sum(dtype=np.uint64))})
    write("openssl-chacha20-keystream", {"cases": cases})


def special_functions():
    points = [1e-300, 1e-10, 1e-3, 0.1, 0.3, 0.5, 0.84375, 1.0, 1.25, 2.0, 3.5, 5.0, 6.0, 10.0, 20.0, 26.0]
    errors = [{"x": x, "erf": float(mp.erf(mpf(x))), "erfc": float(mp.erfc(mpf(x)))}
              for x in points + [-x for x in points if x < 6]]
    inverses = [{"y": y, "x": float(mp.erfinv(mpf(y)))}
                for y in [1e-300, 1e-12, 0.001, 0.1, 0.5, 0.84, 0.86, 0.99, 0.999999, 1 - 2 ** -53, -0.3, -0.95]]
    # erfc x = y is solved as a root of ln erfc, from scipy's answer.
    complements = [{"y": y, "x": float(mp.findroot(lambda x: mp.log(mp.erfc(x)) - mp.log(mpf(y)),
                                                  float(scipy.special.erfcinv(y))))}
                   for y in [1e-300, 1e-100, 1e-20, 1e-5, 0.01, 0.14, 0.16, 0.5, 0.999, 1.2, 1.9, 1.999999]]
    with mp.workdps(150):
        logs = [{"x": x, "log": float(mp.log(mp.erfc(-mpf(x) / mp.sqrt(2)) / 2))}
                for x in [-1e8, -1000, -50, -37.5, -20.5, -20, -19.9, -5, -1, -0.1, 0, 0.1, 1, 5, 8, 20]]
    gammas = []
    for a in [1e-3, 0.1, 0.5, 1, 2.5, 10, 14.9, 15, 100.25, 1000, 12345.5, 1e6]:
        for x in sorted({1e-8, 0.1 * a, 0.7 * a, 0.99 * a, a, a + 0.5, 1.01 * a + 1, 1.5 * a, 3 * a + 20}):
            if 1e-280 < min(scipy.special.gammainc(a, x), scipy.special.gammaincc(a, x)):
                lower, upper = gamma_tails(a, x)
                gammas.append({"a": a, "x": x, "lower": lower, "upper": upper})
    chi = [{"x": x, "degreesOfFreedom": f, "above": scipy.stats.chi2.sf(x, f), "below": scipy.stats.chi2.cdf(x, f)}
           for f in [1, 2, 5, 100, 999] for x in [0.01, 1, f * 0.8, f * 1.0, f * 1.3, f * 2 + 10]]
    write("special-functions", {"errors": errors, "inverses": inverses, "complements": complements,
                                "logProbabilities": logs, "gammas": gammas, "chiSquare": chi})


def gamma_tails(a, x):
    """By the series of positive terms, with as many digits more as the upper tail cancels."""
    with mp.workdps(50 - int(np.log10(scipy.special.gammaincc(a, x)))):
        a, x = mpf(a), mpf(x)
        term, total, k = mpf(1), mpf(1), 0
        while term > total * mpf(10) ** -mp.dps:
            k += 1
            term *= x / (a + k)
            total += term
        lower = mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1)) * total
        return float(lower), float(1 - lower)


def discrete_gaussians():
    cases = []
    for variance, shift in [(1.0, 0.0), (16.0, 0.5), (39.7, 0.5), (0.25, 0.25), (0.01, 0.5), (0.05, 0.0),
                            (1000.0, 0.3), (2.25, 0.9)]:
        reach = int(mp.sqrt(2 * variance * 120)) + 3
        weights = {j: mp.exp(-(j + mpf(shift)) ** 2 / (2 * mpf(variance))) for j in range(-reach, reach + 1)}
        total = mp.fsum(weights.values())
        kept = [j for j in sorted(weights) if weights[j] / total > mpf(2) ** -70]
        mean = mp.fsum((j + mpf(shift)) * w for j, w in weights.items()) / total
        square = mp.fsum((j + mpf(shift)) ** 2 * w for j, w in weights.items()) / total
        cases.append({"variance": variance, "shift": shift, "values": [j + shift for j in kept],
                      "probabilities": [float(weights[j] / total) for j in kept], "mean": float(mean),
                      "meanSquare": float(square)})
    write("discrete-gaussian", {"cases": cases})


def samples():
    rng = np.random.default_rng(3)
    cases = []
    for name, sample in [("normal", rng.normal(3, 2, 50)), ("exponential", rng.exponential(1, 200)),
                         ("offset", 1e8 + rng.normal(size=100)), ("two", np.array([1.0, 4.0])),
                         ("ties", rng.integers(0, 5, 60).astype(float)), ("student", rng.standard_t(3, 1500))]:
        shares = [0, 0.01, 0.025, 0.25, 0.3333, 0.5, 0.75, 0.9, 0.975, 1]
        cases.append({"name": name, "values": sample.tolist(), "mean": exact_mean(sample),
                      "variance": exact_moment(sample, 2) * len(sample) / (len(sample) - 1),
                      "skewness": exact_moment(sample, 3) / exact_moment(sample, 2) ** 1.5,
                      "kurtosis": exact_moment(sample, 4) / exact_moment(sample, 2) ** 2,
                      "shares": shares, "quantiles": np.quantile(sample, shares).tolist()})
        # Our exact moments are scipy's definitions.
        assert np.isclose(cases[-1]["skewness"], scipy.stats.skew(sample), atol=1e-6)
        assert np.isclose(cases[-1]["kurtosis"], scipy.stats.kurtosis(sample, fisher=False), atol=1e-6)
    write("samples", {"cases": cases})


def exact_mean(sample):
    return float(mp.fsum(map(mpf, sample.tolist())) / len(sample))


def exact_moment(sample, power):
    values = list(map(mpf, sample.tolist()))
    mean = mp.fsum(values) / len(values)
    return float(mp.fsum((x - mean) ** power for x in values) / len(values))


def tests():
    rng = np.random.default_rng(4)
    distribution = [{"count": n, "d": d, "p": float(scipy.stats.kstwo.sf(d, n))}
                    for n in [1, 2, 5, 10, 50, 140, 141, 1000, 10_000, 100_000, 1_000_000]
                    for d in [0.3 / n, 0.7 / n, 1.0 / n, *(z / np.sqrt(n) for z in [0.4, 0.6, 0.83, 1.0, 1.2, 1.45,
                                                                           1.5, 1.9, 2.1, 3, 5]), 0.5, 0.8]
                    if d < 1]
    one = []
    for n in [1, 2, 10, 100, 139, 300, 5000]:
        sample = rng.normal(0.1, 1, n)
        result = scipy.stats.kstest(sample, "norm")
        one.append({"sample": sample.tolist(), "statistic": result.statistic, "p": result.pvalue})
    two = []
    for n, m in [(1, 1), (5, 5), (10, 7), (100, 80), (50, 1000), (300, 300)]:
        for shift in [0, 0.5, 3]:
            a, b = rng.normal(size=n), rng.normal(shift, 1, size=m)
            result = scipy.stats.ks_2samp(a, b, method="exact")
            two.append({"first": a.tolist(), "second": b.tolist(), "statistic": result.statistic,
                        "p": result.pvalue})
    chi = []
    for observed, expected, fitted in [([10, 20, 30], [20, 20, 20], 0), ([5, 15], [8.5, 11.5], 0),
                                       ([12, 30, 41, 17], [10, 35, 35, 20], 1),
                                       (rng.multinomial(10_000, [0.01] * 100).tolist(), [100] * 100, 0)]:
        result = scipy.stats.chisquare(observed, expected, ddof=fitted)
        chi.append({"observed": observed, "expected": expected, "fitted": fitted, "statistic": result.statistic,
                    "p": result.pvalue})
    anderson = []
    for sample in [rng.normal(5, 3, 30), rng.normal(size=1000), rng.exponential(size=25), rng.standard_t(2, 100),
                   rng.uniform(size=400), np.concatenate([rng.normal(size=99), [60.0]])]:
        result = scipy.stats.anderson(sample, "norm", method="interpolate")
        anderson.append({"sample": sample.tolist(), "statistic": float(result.statistic)})
    write("hypothesis-tests", {"kolmogorov": distribution, "oneSample": one, "twoSample": two,
                               "chiSquare": chi, "anderson": anderson})


if __name__ == "__main__":
    keystreams()
    special_functions()
    discrete_gaussians()
    samples()
    tests()
