"""Makes the moments of random ReLU units that the tests of Backdoor compare with, by mpmath: integrals over the normal
density, with the covariance matrix I + theta s s' written out, so that they share nothing with the closed forms.

Run from the root of the project: python Tests/Reference/make_relu.py
"""

import json
from pathlib import Path

import mpmath
from mpmath import mp, mpf

HERE = Path(__file__).parent
mp.dps = 40
# theta, units, direction (times 1/5), input, input after activation.
CASES = [
    ("0.4", 2000, [3, 4, 0], ["1", "0.5", "2"], ["1.6", "1.3", "2"]),
    ("0", 100, [3, 4, 0], ["1", "0.5", "2"], ["1.6", "1.3", "2"]),
    ("1.2", 400, [0, 5, 0], ["2", "0", "-1"], ["0.5", "2.5", "-0.25"]),
    ("2.5", 10, [3, 0, -4], ["1", "-2", "0.25"], ["-1", "2", "-0.25"]),
    ("0.4", 2000, [3, 4, 0], ["1", "0.5", "2"], ["1", "0.5", "2"]),
    ("0.7", 50, [0, 3, 4], ["0", "4", "-3"], ["100", "0", "0"]),
]


def form(x, covariance, y):
    return (x.T * covariance * y)[0]


def positive_part(mean, deviation):
    """E max(0, N(mean, deviation^2))."""
    if deviation == 0:
        return max(mpf(0), mean)
    z = mean / deviation
    return mean * mp.ncdf(z) + deviation * mp.npdf(z)


def moments(v, w, c):
    """Means, second moments and mean product of max(0, a), max(0, b) for var a = v, var b = w, cov = c."""
    a = mp.sqrt(v)
    slope, rest = c / v, mp.sqrt(max(mpf(0), w - c**2 / v))
    nodes = [mpf(0), mpf(1) / 4, 1, 2, 4, 8, 20]
    before = mp.quad(lambda t: a * t * mp.npdf(t), nodes)
    square = mp.quad(lambda t: (a * t)**2 * mp.npdf(t), nodes)
    after = mp.quad(lambda t: mp.sqrt(w) * t * mp.npdf(t), nodes)
    square_after = mp.quad(lambda t: w * t**2 * mp.npdf(t), nodes)
    product = mp.quad(lambda t: a * t * positive_part(slope * a * t, rest) * mp.npdf(t), nodes)
    return before, after, square - before**2, square_after - after**2, product - before * after


def main():
    cases = []
    for theta, units, direction, x, y in CASES:
        s = mp.matrix([mpf(entry) / 5 for entry in direction])
        covariance = mp.eye(3) + mpf(theta) * s * s.T
        x, y = mp.matrix([mpf(e) for e in x]), mp.matrix([mpf(e) for e in y])
        before, after, first, second, common = moments(
            form(x, covariance, x), form(y, covariance, y), form(x, covariance, y))
        cases.append({
            "strength": float(theta), "units": units, "direction": [float(e) for e in s],
            "input": [float(e) for e in x], "activated": [float(e) for e in y],
            "before": float(before), "after": float(after), "deviationBefore": float(mp.sqrt(first / units)),
            "deviationAfter": float(mp.sqrt(second / units)),
            "gainDeviation": float(mp.sqrt(max(mpf(0), first + second - 2 * common) / units))})
    text = json.dumps({"madeBy": f"mpmath {mpmath.__version__}", "cases": cases}, indent=1)
    (HERE / "values" / "relu-moments.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
