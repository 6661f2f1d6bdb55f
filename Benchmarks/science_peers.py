"""The peers of the science benchmark: numpy, scipy, scikit-learn, fpylll. `science.py` runs this in turn with ours.

    science_peers.py list                      the measurements, with bars and tolerances
    science_peers.py inputs FOLDER [NAME…]     writes the arrays that both sides read
    science_peers.py run FOLDER NAME REPEATS   one line of JSON with times and values
"""

import json
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path

import numpy as np

MEASUREMENTS = {}


class Measurement:
    """What is timed here, and under the same name in Sources/ScienceBenchmark.

    title      what is done, with its size
    inputs     () -> {name: array}, drawn with a fixed seed; both sides read them from NPY files
    prepare    (inputs) -> (run, values): `run()` is timed, `values(result)` is compared; None: no peer
    against    in place of `prepare`, for a time that is compared with another one of our own: what that is; where
               both are None, ours runs once and `limit` is its bar
    bar        the largest allowed ratio of our time to the peer's, None for none; `stretch`: one to be proud of
    tolerance  the largest allowed difference of a value, relative to the largest value
    limit      the seconds that ours may take at most, None for none
    rounds     how often each side is started, and `repeats` how often each start is timed; None for the usual
    """

    def __init__(self, name, title, inputs, prepare=None, against=None, bar=1.0, stretch=None, tolerance=1e-9,
                 limit=None, rounds=None, repeats=None):
        assert name not in MEASUREMENTS, name
        assert prepare is None or against is None, name
        assert limit is not None or prepare or against, name
        self.name, self.title, self.inputs, self.prepare, self.against = name, title, inputs, prepare, against
        self.bar, self.stretch, self.tolerance = bar, stretch, tolerance
        self.limit, self.rounds, self.repeats = limit, rounds, repeats
        MEASUREMENTS[name] = self

    def facts(self):
        return {"name": self.name, "title": self.title, "against": self.against, "bar": self.bar,
                "stretch": self.stretch, "tolerance": self.tolerance, "limit": self.limit, "rounds": self.rounds,
                "repeats": self.repeats, "hasPeer": self.prepare is not None or self.against is not None}


def write_inputs(folder, names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or MEASUREMENTS:
        for array_name, array in MEASUREMENTS[name].inputs().items():
            np.save(folder / f"{array_name}.npy", array)


def run_measurement(folder, name, repeats):
    measurement = MEASUREMENTS[name]
    arrays = {array: np.load(folder / f"{array}.npy") for array in measurement.inputs()}
    run, values = measurement.prepare(arrays)
    compared = [float(value) for value in values(run())]
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return {"name": name, "seconds": seconds, "values": compared,
            "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}


def main(words):
    # Each file below registers its measurements when it is imported.
    import backdoor_measurements  # noqa: F401
    import circuits_peers  # noqa: F401
    import clwe_peers  # noqa: F401
    import signature_peers  # noqa: F401
    import learning_peers  # noqa: F401
    import linear_algebra_peers  # noqa: F401
    import probability_peers  # noqa: F401
    import sparse_pca_peers  # noqa: F401

    match words:
        case ["list"]:
            versions = {name: version(name) for name in ["numpy", "scipy", "scikit-learn", "fpylll"]}
            print(json.dumps({"versions": versions, "blas": np.show_config("dicts")["Build Dependencies"]["blas"],
                              "measurements": [one.facts() for one in MEASUREMENTS.values()]}))
        case ["inputs", folder, *names]:
            write_inputs(Path(folder), names)
        case ["run", folder, name, repeats]:
            print(json.dumps(run_measurement(Path(folder), name, int(repeats))))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    # Under its own name too, so that the files it imports register here.
    sys.modules["science_peers"] = sys.modules["__main__"]
    main(sys.argv[1:])
