"""The peers of attacks and certificates: the same in numpy, all points at once."""

import numpy as np
from science_peers import Measurement


def network(name, seed):
    """A network of 64 inputs and 128 units with random weights of the usual size."""
    rng = np.random.default_rng(seed)
    return {f"{name}-weights-1": rng.normal(size=(128, 64)) / 8, f"{name}-biases-1": 0.1 * rng.normal(size=128),
            f"{name}-weights-2": rng.normal(size=(1, 128)) / np.sqrt(128), f"{name}-biases-2": np.zeros(1)}


def layers(name, inputs):
    return [inputs[f"{name}-{part}"] for part in ["weights-1", "biases-1", "weights-2", "biases-2"]]


def pgd_inputs():
    points = np.random.default_rng(51).uniform(size=(2000, 64))
    return {"pgd-perceptron-points": points, **network("pgd-perceptron", 52)}


def pgd(inputs, radius=0.1, steps=40):
    points, (w1, b1, w2, b2) = inputs["pgd-perceptron-points"], layers("pgd-perceptron", inputs)

    def forward(x):
        hidden = np.maximum(x @ w1.T + b1, 0)
        return hidden, hidden @ w2[0] + b2[0]

    labels = np.where(forward(points)[1] >= 0, 1.0, -1.0)
    lowest, highest = np.maximum(points - radius, 0), np.minimum(points + radius, 1)
    size = 2.5 * radius / steps

    def run():
        x, best, least = points.copy(), points.copy(), np.full(len(points), np.inf)
        for step in range(steps + 1):
            hidden, scores = forward(x)
            better = labels * scores < least
            best[better], least[better] = x[better], (labels * scores)[better]
            if step < steps:
                gradient = ((hidden > 0) * w2[0]) @ w1
                x -= size * labels[:, None] * np.sign(gradient)
                np.clip(x, lowest, highest, out=x)
        return least

    return run, lambda margins: [np.mean(margins >= 0), margins.mean()]


Measurement("pgd-perceptron", "PGD, 40 steps, 2,000 points, perceptron 64-128-1", pgd_inputs, pgd, tolerance=1e-9,
            on_one_processor=True)


def smoothing_inputs():
    return {"smoothing-point": np.random.default_rng(53).uniform(size=64), **network("smoothing", 54)}


def smoothing(inputs):
    point, (w1, b1, w2, b2) = inputs["smoothing-point"], layers("smoothing", inputs)

    def run():
        rng = np.random.default_rng(1)
        positive = 0
        # In batches, as Cohen's program does; these stay in the cache.
        for start in range(0, 100_000, 1000):
            x = point + 0.25 * rng.standard_normal((1000, 64))
            positive += np.count_nonzero(np.maximum(x @ w1.T + b1, 0) @ w2[0] + b2[0] >= 0)
        return positive / 100_000

    return run, lambda share: [share]


# Two shares of 100,000 draws each; a difference of 0.02 is nine standard errors at one half.
Measurement("smoothing", "smoothing, 100,000 draws, perceptron 64-128-1", smoothing_inputs, smoothing, tolerance=0.02,
            on_one_processor=True)
