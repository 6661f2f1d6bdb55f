"""Makes the values that the Swift tests compare with, by numpy, scipy and scikit-learn.

Run from the root of the project: python Tests/Reference/make_reference.py
"""

import json
from pathlib import Path

import numpy as np
import scipy.linalg
import scipy.special
import scipy.stats
import sklearn
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MADE_BY = f"numpy {np.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}"


def write(name, values):
    text = json.dumps({"madeBy": MADE_BY, **values}, indent=1)
    (HERE / "values" / f"{name}.json").write_text(text + "\n")


def rows(matrix):
    return np.asarray(matrix).tolist()


def linear_algebra():
    rng = np.random.default_rng(1)
    a, b, x, y = rng.normal(size=(5, 3)), rng.normal(size=(3, 4)), rng.normal(size=3), rng.normal(size=5)
    spd = a.T @ a + np.eye(3)
    write("linear-algebra", {
        "a": rows(a), "b": rows(b), "x": rows(x), "y": rows(y), "ab": rows(a @ b), "ax": rows(a @ x),
        "aty": rows(a.T @ y), "aat": rows(a @ a.T), "spd": rows(spd), "cholesky": rows(np.linalg.cholesky(spd)),
        "solution": rows(scipy.linalg.solve(spd, x, assume_a="pos")),
        "frobenius": np.linalg.norm(a), "norm1": np.linalg.norm(a, 1), "normInfinity": np.linalg.norm(a, np.inf),
    })


def incomplete_beta():
    cases = []
    for a, b in [(0.5, 0.5), (1, 1), (1, 5), (2, 3), (5, 1), (10, 0.1), (30, 70), (1000, 1000), (3, 1e6), (1e6, 1e6),
                 (12345.5, 6789.25), (1e-3, 2), (2e5, 783)]:
        mean = a / (a + b)
        for x in sorted({1e-8, 0.1 * mean, 0.9 * mean, mean, mean + 0.1 * (1 - mean), 0.5, 0.999}):
            cases.append({"a": a, "b": b, "x": x, "lower": scipy.special.betainc(a, b, x),
                          "upper": scipy.special.betaincc(a, b, x)})
    quantiles = [{"p": p, "a": a, "b": b, "x": scipy.special.betaincinv(a, b, p),
                  "upperX": scipy.special.betainccinv(a, b, p)}
                 for a, b in [(0.5, 0.5), (1, 20), (3, 18), (150, 851), (783, 199218), (1e6, 1e6)]
                 for p in [1e-10, 0.025, 0.5, 0.975]]
    write("incomplete-beta", {"cases": cases, "quantiles": quantiles})


def intervals():
    proportions = []
    for k, n in [(0, 10), (1, 10), (10, 10), (3, 20), (150, 200), (783, 200000), (1, 1), (500000, 1000000)]:
        for level in [0.9, 0.95, 0.999]:
            result = scipy.stats.binomtest(k, n)
            # Not proportion_ci(level, "exact"): it searches with an absolute tolerance of 2e-12 only.
            tail = (1 - level) / 2
            exact = [0.0 if k == 0 else scipy.special.betaincinv(k, n - k + 1, tail),
                     1.0 if k == n else scipy.special.betainccinv(k + 1, n - k, tail)]
            wilson = result.proportion_ci(level, "wilson")
            proportions.append({"successes": k, "trials": n, "level": level, "exact": exact,
                                "wilson": [wilson.low, wilson.high]})
    normal = [{"p": p, "x": scipy.special.ndtri(p)} for p in [1e-300, 1e-20, 1e-5, 0.025, 0.3, 0.5, 0.9, 0.999999]]
    student = [{"p": p, "degreesOfFreedom": f, "t": scipy.stats.t.isf(p / 2, f)}
               for p in [0.5, 0.05, 0.001] for f in [1, 2, 19, 1000]]
    sample = [0.71, 0.745, 0.7525, 0.69, 0.7, 0.735]
    interval = scipy.stats.t.interval(0.95, 5, np.mean(sample), scipy.stats.sem(sample))
    write("intervals", {"proportions": proportions, "normal": normal, "student": student, "sample": sample,
                        "sampleMean": np.mean(sample), "sampleStandardError": scipy.stats.sem(sample),
                        "sampleInterval": list(interval)})


def exact_logistic(features, labels, penalty):
    """scikit-learn's own minimum, polished by its Newton solver to the last digits."""
    model = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=1e-12, max_iter=1000)
    model.fit(features, labels)
    return model


def logistic():
    cases = []
    credit = np.genfromtxt(ROOT / "Chapters/Data/german-credit.csv", delimiter=",", dtype=str)
    class_column = list(credit[0]).index("Class")
    credit_features = np.delete(credit[1:], class_column, axis=1).astype(float)
    credit_labels = np.where(credit[1:, class_column] == "Good", 1, -1)
    cancer = load_breast_cancer()
    for name, features, labels in [("german-credit", credit_features, credit_labels),
                                   ("breast-cancer", cancer.data, np.where(cancer.target == 1, 1, -1))]:
        scaler = StandardScaler().fit(features)
        scaled = scaler.transform(features)
        for penalty in [0.1, 1.0, 30.0]:
            model = exact_logistic(scaled, labels, penalty)
            cases.append({"data": name, "penalty": penalty, "weights": rows(model.coef_[0]),
                          "intercept": model.intercept_[0], "correct": int((model.predict(scaled) == labels).sum()),
                          "scores": rows(model.decision_function(scaled)[:5])})
    write("logistic", {"cases": cases, "creditMeans": rows(StandardScaler().fit(credit_features).mean_),
                       "creditDeviations": rows(StandardScaler().fit(credit_features).scale_)})


if __name__ == "__main__":
    (HERE / "values").mkdir(exist_ok=True)
    linear_algebra()
    incomplete_beta()
    intervals()
    logistic()
