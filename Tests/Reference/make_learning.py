"""Makes the values that LearningTests compare with, by numpy and scikit-learn.

Run from the root of the project: python Tests/Reference/make_learning.py
"""

import numpy as np
from make_reference import ROOT, rows, write
from scipy.special import expit, log_softmax
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler


def small_data():
    """40 rows of 5 columns with means far from 0, and real targets."""
    rng = np.random.default_rng(21)
    features = rng.normal(size=(40, 5)) * [1, 2, 0.5, 3, 1] + [10, -5, 0, 1, 100]
    targets = features @ [1, -0.5, 2, 0.1, 0] + rng.normal(size=40)
    return features, targets


def ridge():
    features, targets = small_data()
    cases = []
    for name, chosen in [("tall", slice(None)), ("wide", slice(0, 4))]:
        for penalty in [0.1, 10.0]:
            for intercept in [True, False]:
                model = Ridge(alpha=penalty, fit_intercept=intercept, solver="svd").fit(
                    features[chosen], targets[chosen])
                cases.append({"rows": len(targets[chosen]), "penalty": penalty, "hasIntercept": intercept,
                              "weights": rows(model.coef_), "intercept": float(model.intercept_)})
    write("ridge", {"features": rows(features), "targets": rows(targets), "cases": cases})


def kernel_ridge():
    features, targets = small_data()
    features = (features - features.mean(axis=0)) / features.std(axis=0)
    others = features[:3] + 0.5
    cases = []
    for bandwidth in [0.5, 1.0, 3.0]:
        gamma = 1 / (2 * bandwidth**2)
        model = KernelRidge(alpha=0.3, kernel="rbf", gamma=gamma).fit(features, targets)
        cases.append({"bandwidth": bandwidth, "kernel": rows(rbf_kernel(features, others, gamma=gamma)),
                      "coefficients": rows(model.dual_coef_), "predictions": rows(model.predict(others))})
    write("kernel-ridge", {"features": rows(features), "targets": rows(targets), "others": rows(others),
                           "penalty": 0.3, "cases": cases})


def logistic_without_intercept():
    cancer = np.genfromtxt(ROOT / "Chapters/Data/breast-cancer.csv", delimiter=",", skip_header=1)
    features, labels = StandardScaler().fit_transform(cancer[:, :-1]), cancer[:, -1]
    model = LogisticRegression(C=0.5, fit_intercept=False, solver="newton-cholesky", tol=1e-12, max_iter=1000)
    model.fit(features, labels)
    write("logistic-no-intercept", {"penalty": 2.0, "weights": rows(model.coef_[0])})


def cosines():
    """cos(2 pi x) for x given exactly as numbers of 53 bits; computed with 400 digits by mpmath."""
    import mpmath

    mpmath.mp.dps = 400  # 2 pi times 1e308 has 309 digits before the point
    rng = np.random.default_rng(22)
    arguments = np.concatenate([
        [0.0, 0.25, -0.25, 0.5, -0.5, 0.75, 1.0, 1e-300, 5e-324, 0.125, 0.375, 1 / 3, 2.0**51, 2.0**51 + 0.5,
         2.0**52 + 1, -(2.0**50) - 0.25, 1e300, -1.7e308, 2.0**49 + 0.0625],
        rng.uniform(-1, 1, 200), rng.normal(size=200) * 10, 0.25 + rng.normal(size=50) * 1e-9,
        rng.normal(size=50) * 1e10, 0.5 + rng.normal(size=20) * 1e-12])
    values = [float(mpmath.cos(2 * mpmath.pi * mpmath.mpf(float(x)))) for x in arguments]
    write("cosines", {"turns": rows(arguments), "cosines": values})


def perceptron():
    """One loss and gradient each of scikit-learn's own network, for weights that are given."""
    rng = np.random.default_rng(23)
    features = rng.normal(size=(7, 4))
    cases = []
    for activation in ["relu", "tanh"]:
        for classes in [2, 3]:
            labels = np.arange(7) % classes
            outputs = 1 if classes == 2 else classes
            sizes = [4, 6, 5, outputs]
            model = MLPClassifier((6, 5), activation=activation, alpha=0.7, max_iter=1).fit(features, labels)
            weights = [rng.normal(size=pair) * 0.5 for pair in zip(sizes, sizes[1:])]
            biases = [rng.normal(size=size) * 0.3 for size in sizes[1:]]
            hidden = features
            function = np.tanh if activation == "tanh" else lambda x: np.maximum(x, 0)
            for weight, bias in zip(weights[:-1], biases[:-1]):
                hidden = function(hidden @ weight + bias)
            scores = hidden @ weights[-1] + biases[-1]
            if classes == 2:
                losses = -np.log(expit(np.where(labels == 1, 1, -1) * scores[:, 0]))
            else:
                losses = -log_softmax(scores, axis=1)[np.arange(7), labels]
            model.coefs_, model.intercepts_ = weights, biases
            probabilities = model.predict_proba(features)
            cases.append({"activation": activation, "labels": rows(labels),
                          "weights": [rows(weight.T) for weight in weights], "biases": [rows(b) for b in biases],
                          "outputs": rows(scores), "loss": float(losses.mean()),
                          "probabilities": rows(probabilities)})
    write("perceptron", {"features": rows(features), "cases": cases})


def perceptron_training():
    """Gradients and whole runs of Adam of scikit-learn's network, from weights that are given."""
    rng = np.random.default_rng(24)
    features, (count, alpha) = rng.normal(size=(12, 4)), (12, 0.6)
    cases = []
    for activation in ["relu", "tanh"]:
        for classes in [2, 3]:
            labels = np.arange(count) % classes
            sizes = [4, 6, 5, 1 if classes == 2 else classes]
            weights = [rng.normal(size=pair) * 0.5 for pair in zip(sizes, sizes[1:])]
            biases = [rng.normal(size=size) * 0.3 for size in sizes[1:]]

            def run(steps, **settings):
                model = MLPClassifier((6, 5), activation=activation, alpha=alpha, batch_size=count, **settings)
                model.partial_fit(features, labels, classes=np.arange(classes))
                # A new optimiser, without the moments of that first step.
                del model._optimizer
                model.t_, model.n_iter_ = 0, 0
                model.coefs_ = [weight.copy() for weight in weights]
                model.intercepts_ = [bias.copy() for bias in biases]
                for _ in range(steps):
                    model.partial_fit(features, labels)
                return model

            # One step of length 1 against the gradient.
            step = run(1, solver="sgd", learning_rate_init=1.0, momentum=0.0)
            trained = run(60, solver="adam", learning_rate_init=0.01)
            cases.append({"activation": activation, "labels": rows(labels),
                          "weights": [rows(weight.T) for weight in weights], "biases": [rows(b) for b in biases],
                          "weightGradient": [rows((w - s).T) for w, s in zip(weights, step.coefs_)],
                          "biasGradient": [rows(b - s) for b, s in zip(biases, step.intercepts_)],
                          "trainedWeights": [rows(weight.T) for weight in trained.coefs_],
                          "trainedBiases": [rows(bias) for bias in trained.intercepts_]})
    write("perceptron-training", {"features": rows(features), "penalty": alpha / count, "learningRate": 0.01,
                                  "steps": 60, "cases": cases})


if __name__ == "__main__":
    ridge()
    kernel_ridge()
    logistic_without_intercept()
    cosines()
    perceptron()
    perceptron_training()
