"""The peers of CLWE: the direct sampler in numpy, and fpylll's lattice reduction."""

import numpy as np
import scipy.stats
from fpylll import LLL, IntegerMatrix

from science_peers import Measurement

BETA = 0.01


def secret(sparsity):
    """Of 64 coordinates, uniform on the sphere of `sparsity` random ones."""
    rng, direction = np.random.default_rng(41), np.zeros(64)
    direction[rng.permutation(64)[:sparsity]] = rng.normal(size=sparsity)
    return direction / np.linalg.norm(direction)


def draw_pancakes(rng, count, direction):
    """Layers from the discrete Gaussian over the half-integers, then normal vectors moved along the secret."""
    support = np.flatnonzero(direction)
    gamma = 2 * np.sqrt(len(support))
    variance = BETA**2 + gamma**2
    reach = int(np.ceil(np.sqrt(2 * variance * 40))) + 2
    layers = np.arange(-reach, reach + 1) + 0.5
    weights = np.exp(-(layers**2) / (2 * variance))
    layer = rng.choice(layers, count, p=weights / weights.sum())
    target = gamma * layer / variance + BETA / np.sqrt(variance) * rng.standard_normal(count)
    points = rng.standard_normal((count, len(direction)))
    step = target - points @ direction
    if len(support) == len(direction):
        points += np.outer(step, direction)
    else:
        # Column by column: faster than to gather ten columns, and than to change all 64.
        for place in support:
            points[:, place] += step * direction[place]
    return points


def pancakes(name, sparsity):
    def prepare(inputs):
        rng, direction = np.random.default_rng(1), inputs[f"{name}-direction"]

        def moments(points):
            along = points @ direction
            kurtosis = scipy.stats.kurtosis(points.ravel(), fisher=False)
            return [points.mean(), points.var(), kurtosis, along.var(),
                    np.cos(4 * np.pi * np.sqrt(sparsity) * along).mean()]

        return lambda: draw_pancakes(rng, 100_000, direction), moments

    return Measurement(name, f"pancakes 100,000 × 64, secret of {sparsity}",
                       lambda: {f"{name}-direction": secret(sparsity)}, prepare, bar=0.5, tolerance=0.01)


pancakes("pancakes", 10)
pancakes("pancakes-dense", 64)


def lattice(sparsity):
    """Kannan's embedding of samples across a secret whose `sparsity` coordinates are known, as CLWE builds it."""
    rng, count, gamma = np.random.default_rng(42), 6 * sparsity, 2 * np.sqrt(sparsity)
    direction = secret(sparsity)
    samples = draw_pancakes(rng, count, direction)[:, np.flatnonzero(direction)]
    unit = BETA / (3 * np.sqrt(sparsity / 12))
    weight = BETA * np.sqrt(sparsity) / gamma * unit
    one = 2.0 ** (np.ceil(-np.log2(weight)) + 10)
    order = sparsity + count + 1
    rows = np.zeros((order, order))
    rows[:sparsity, :count] = np.rint(unit * one * samples.T)
    rows[:sparsity, count:-1] = np.rint(weight * one) * np.eye(sparsity)
    rows[sparsity:-1, :count] = one * np.eye(count)
    rows[-1, :count] = 0.5 * one
    rows[-1, -1] = np.rint(BETA * one)
    return rows


# Reduced bases differ. What they share is compared: the volume, and that the conditions of the reduction hold.
def reduction(name):
    def prepare(inputs):
        rows = inputs[name]
        basis = IntegerMatrix.from_matrix(rows.astype(int).tolist())

        def run():
            # In place, so a copy.
            return LLL.reduction(IntegerMatrix(basis), delta=0.99, eta=0.51)

        def values(reduced):
            rows = np.array([[float(entry) for entry in row] for row in reduced])
            triangle = np.linalg.qr(rows.T, mode="r")
            lengths = np.abs(np.diag(triangle))
            shrunk = np.abs(triangle) <= 0.511 * lengths[:, None] + np.diag(lengths)
            ordered = 0.989 * lengths[:-1] ** 2 <= lengths[1:] ** 2 + np.diag(triangle, 1) ** 2
            isReduced = np.triu(shrunk).sum() == np.triu(np.ones_like(rows)).sum() and ordered.all()
            return [np.log(lengths).sum(), float(isReduced)]

        return run, values

    return prepare


# No bar: fplll is two to three times as fast, for reasons that docs/decisions/flint.md gives.
for sparsity in [10, 20]:
    name = f"lattice-{sparsity}"
    Measurement(name, f"LLL of {7 * sparsity + 1} vectors, delta 0.99, a secret of {sparsity}",
                lambda sparsity=sparsity, name=name: {name: lattice(sparsity)}, reduction(name), bar=None)
