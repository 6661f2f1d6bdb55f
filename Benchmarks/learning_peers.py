"""The peers of Learning: scikit-learn, with the solver, batches and epochs that ours have."""

import warnings

import numpy as np
from science_peers import Measurement
from sklearn.exceptions import ConvergenceWarning
from sklearn.kernel_approximation import RBFSampler
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.neural_network import MLPClassifier

# The perceptron is stopped after a number of epochs, which is what both sides are asked for.
warnings.simplefilter("ignore", ConvergenceWarning)


def fourier_inputs():
    rng = np.random.default_rng(31)
    return {"fourier-points": rng.normal(size=(10_000, 64)), "fourier-frequencies": 0.02 * rng.normal(size=(2000, 64)),
            "fourier-phases": rng.uniform(size=2000)}


def fourier_features(inputs):
    points = inputs["fourier-points"]
    sampler = RBFSampler(n_components=2000).fit(points)
    # The same coins, in radians.
    sampler.random_weights_ = np.ascontiguousarray(2 * np.pi * inputs["fourier-frequencies"].T)
    sampler.random_offset_ = 2 * np.pi * inputs["fourier-phases"]

    def values(features):
        cosines = features * np.sqrt(2000 / 2)
        return np.concatenate([cosines[0], cosines[9_999], cosines[:, 1999]])

    return lambda: sampler.transform(points), values


Measurement("fourier-features", "random Fourier features, 10,000 × 64 → 2,000", fourier_inputs, fourier_features,
            bar=0.2, stretch=0.125, tolerance=1e-12)


def labelled(rows, columns, seed):
    rng = np.random.default_rng(seed)
    points, weights = rng.normal(size=(rows, columns)), rng.normal(size=columns)
    labels = np.where(points @ weights + np.sqrt(columns) / 2 * rng.normal(size=rows) >= 0, 1.0, -1.0)
    return points, labels


def logistic_inputs(name, rows, columns):
    def inputs():
        points, labels = labelled(rows, columns, 32)
        return {f"{name}-points": points, f"{name}-labels": labels}

    return inputs


def logistic(name):
    def prepare(inputs):
        points, labels = inputs[f"{name}-points"], inputs[f"{name}-labels"]

        def values(model):
            losses = np.logaddexp(0, -labels * model.decision_function(points))
            return [losses.sum() + 0.5 * (model.coef_**2).sum()]

        return lambda: LogisticRegression(C=1, tol=1e-6, max_iter=10_000).fit(points, labels), values

    return prepare


Measurement("logistic", "logistic regression, 10,000 × 64, equal loss", logistic_inputs("logistic", 10_000, 64),
            logistic("logistic"), tolerance=1e-8)
Measurement("logistic-wide", "logistic regression, 5,000 × 1,000, equal loss",
            logistic_inputs("logistic-wide", 5000, 1000), logistic("logistic-wide"), tolerance=1e-7)


def ridge_inputs():
    rng = np.random.default_rng(11)
    return {"ridge-features": rng.normal(size=(4000, 2000)), "ridge-targets": rng.normal(size=4000)}


def ridge_fit(inputs):
    features, targets = inputs["ridge-features"], inputs["ridge-targets"]
    return (lambda: Ridge(alpha=1, solver="cholesky").fit(features, targets),
            lambda model: np.append(model.coef_, model.intercept_))


Measurement("ridge-fit", "ridge regression with an intercept, 4,000 × 2,000", ridge_inputs, ridge_fit, tolerance=1e-9)


def perceptron_inputs():
    points, labels = labelled(10_000, 64, 33)
    return {"perceptron-points": points, "perceptron-labels": labels}


def perceptron(activation):
    def prepare(inputs):
        points, labels = inputs["perceptron-points"], inputs["perceptron-labels"]

        def run():
            return MLPClassifier((100,), activation=activation, alpha=0, batch_size=200, max_iter=10,
                                 n_iter_no_change=100, random_state=1).fit(points, labels)

        return run, lambda model: [model.loss_]

    return prepare


# The first weights differ, so the losses agree only roughly.
for activation in ["relu", "tanh"]:
    Measurement(f"perceptron-{activation}", f"perceptron 64-100-1, {activation}, Adam, 10 epochs of 10,000",
                perceptron_inputs, perceptron(activation), tolerance=0.05)
