"""Makes the values that the tests of CLWE compare with, by mpmath and straight from the definitions: sums over layers,
no harmonics, so that they share nothing with the closed forms that they check. 220 digits, as the smallest moment is
10^-135.

Run from the root of the project: python Tests/Reference/make_clwe.py
"""

import json
from pathlib import Path

import mpmath
from mpmath import mp, mpf

HERE = Path(__file__).parent
mp.dps = 220
CASES = [("0.5", "0.05", "0.5"), ("0.75", "0.05", "0.5"), ("1", "0.05", "0.5"), ("1.5", "0.05", "0.5"),
         ("4", "0.01", "0.5"), ("0.3", "0.1", "0"), ("0.4", "0.3", "0.2"), ("1", "0.6", "0.7"), ("0.2", "0.02", "0.1")]


def write(name, values):
    text = json.dumps({"madeBy": f"mpmath {mpmath.__version__}", **values}, indent=1)
    (HERE / "values" / f"{name}.json").write_text(text + "\n")


def layers(gamma, beta, shift):
    """The places a of the layers with their probabilities."""
    v = gamma**2 + beta**2
    reach = int(mp.sqrt(2 * v * 520)) + 2
    places = [j + shift for j in range(-reach, reach + 1)]
    weights = [mp.exp(-a**2 / (2 * v)) for a in places]
    total = sum(weights)
    return places, [weight / total for weight in weights]


def hermite(degree, x):
    last, value = mpf(0), mpf(1)
    for l in range(degree):
        last, value = value, x * value - l * last
    return value


def moments(gamma, beta, shift, degree):
    """E He(t) with t normal in each layer, by Gauss and Hermite's rule, which is exact for polynomials."""
    v = gamma**2 + beta**2
    width = beta / mp.sqrt(v)
    nodes, node_weights = rule
    places, weights = layers(gamma, beta, shift)
    return sum(p * q * hermite(degree, gamma * a / v + width * z)
               for a, p in zip(places, weights) for z, q in zip(nodes, node_weights))


def normal_rule(count):
    """The nodes and weights for E f(z), z normal: the roots of He."""
    # He by its coefficients, lowest power first.
    last, poly = [mpf(0)], [mpf(1)]
    for l in range(count):
        shifted = [mpf(0)] + poly
        last = last + [mpf(0)] * (len(shifted) - len(last))
        last, poly = poly, [a - l * b for a, b in zip(shifted, last)]
    nodes = mp.polyroots(poly[::-1], maxsteps=200, extraprec=200)
    return nodes, [mp.factorial(count) / (count * hermite(count - 1, x))**2 for x in nodes]


rule = normal_rule(8)


def density(gamma, beta, shift, t):
    """phi(t) sum_i exp(-(i + shift - gamma t)^2 / 2 beta^2), divided by its integral, which is a sum over layers."""
    v = gamma**2 + beta**2
    reach = int(mp.sqrt(2 * v * 520)) + int(gamma * 8) + 20
    comb = sum(mp.exp(-(i + shift - gamma * t)**2 / (2 * beta**2)) for i in range(-reach, reach + 1))
    total = sum(mp.exp(-(i + shift)**2 / (2 * v)) for i in range(-reach, reach + 1)) * beta / mp.sqrt(v)
    return mp.exp(-t**2 / 2) / mp.sqrt(2 * mp.pi) * comb / total


def cosine(gamma, beta, shift, parallel, perpendicular):
    """E cos(2 pi (<y, omega + delta> - shift)): normal within a layer."""
    v = gamma**2 + beta**2
    places, weights = layers(gamma, beta, shift)
    r = gamma + parallel
    blur = mp.exp(-2 * mp.pi**2 * (r**2 * beta**2 / v + perpendicular**2))
    return sum(p * blur * mp.cos(2 * mp.pi * (r * gamma * a / v - shift)) for a, p in zip(places, weights))


def pancakes():
    cases = []
    for text in CASES:
        gamma, beta, shift = (mpf(x) for x in text)
        places = [mpf(x) for x in ("-2.5", "-0.31", "0", "0.25", "1.5")]
        deltas = [(mpf(a), mpf(b)) for a, b in [("0", "0"), ("0.1", "0"), ("0", "0.1"), ("-0.2", "0.05"), ("0.3", "0")]]
        cases.append({
            "gamma": float(gamma), "beta": float(beta), "shift": float(shift),
            "hermite": [float(moments(gamma, beta, shift, degree)) for degree in range(1, 7)],
            "logDensity": [[float(t), float(mp.log(density(gamma, beta, shift, t)))] for t in places],
            "cosine": [[float(a), float(b), float(cosine(gamma, beta, shift, a, b))] for a, b in deltas]})
    write("clwe-pancakes", {"cases": cases})


def wrapped_normal():
    cases = []
    for sigma in ["0.001", "0.01", "0.1", "0.3", "0.39999", "0.4", "0.5", "1", "3"]:
        for x in ["0", "0.1", "0.25", "0.5", "-0.3", "7.125"]:
            s, y = mpf(sigma), mpf(x)
            terms = [mp.exp(-(y - i)**2 / (2 * s**2)) for i in range(-40, 60)]
            cases.append([float(s), float(y), float(mp.log(sum(terms) / (s * mp.sqrt(2 * mp.pi))))])
    write("clwe-wrapped-normal", {"cases": cases})


if __name__ == "__main__":
    pancakes()
    wrapped_normal()
