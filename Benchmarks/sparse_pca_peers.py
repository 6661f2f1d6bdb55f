"""The peers of SparsePCA: scikit-learn's SparsePCA, and CSDP called from C through `Sources/CSDPPeer`."""

import ctypes
import os
import tempfile
from pathlib import Path

import numpy as np
from science_peers import Measurement

HERE = Path(__file__).resolve().parent


def spike_inputs(rng, samples, dimension, sparsity, theta):
    spike = np.zeros(dimension)
    spike[rng.choice(dimension, sparsity, replace=False)] = rng.choice([-1, 1], sparsity) / np.sqrt(sparsity)
    return rng.normal(size=(samples, dimension)) + np.sqrt(theta) * rng.normal(size=(samples, 1)) * spike


def recovery_inputs():
    return {"sparse-recovery": spike_inputs(np.random.default_rng(31), 500, 200, 10, 2.0)}


def recovery(inputs):
    from sklearn.decomposition import SparsePCA

    rows = inputs["sparse-recovery"]

    def run():
        return SparsePCA(n_components=1, random_state=0).fit(rows).components_[0]

    def values(component):
        return np.sort(np.argsort(-np.abs(component))[:10])

    return run, values


# Equal support error: the ten places must be the same on both sides.
Measurement("sparse-recovery", "support of a 10-sparse spike, 500 × 200", recovery_inputs, recovery, bar=0.1,
            tolerance=0)


def relaxation_inputs():
    rows = spike_inputs(np.random.default_rng(32), 200, 40, 5, 1.0)
    return {"sparse-covariance": rows.T @ rows / len(rows)}


def relaxation(inputs):
    covariance = np.ascontiguousarray(inputs["sparse-covariance"])
    # easy_sdp() prints unless a file in the current folder forbids it. The folder goes when the process does.
    holder = tempfile.TemporaryDirectory(prefix="csdp-peer-")
    (Path(holder.name) / "param.csdp").write_text("printlevel=0\n")
    library = ctypes.CDLL(str(HERE / ".build" / "release" / "libCSDPPeer.so"))
    library.relax.restype = ctypes.c_double
    pointer = covariance.ctypes.data_as(ctypes.POINTER(ctypes.c_double))

    def run():
        before = os.getcwd()
        os.chdir(holder.name)
        try:
            return library.relax(len(covariance), pointer, 5)
        finally:
            os.chdir(before)

    return run, lambda value: [value]


# The same library solves the same equations on both sides; 5 % for what else the machine does.
Measurement("relaxation", "semidefinite relaxation of sparse PCA, order 40", relaxation_inputs, relaxation, bar=1.05,
            tolerance=1e-6)

Measurement("phase-diagram", "phase diagram, 20 × 20 points × 50 spikes, n = 200, two cores", dict, None, bar=None,
            limit=60)
