"""The peer of Backdoor's signatures: libsodium alone, called from Python for the same messages and signatures.

The places of the bits are worked out here once more, so that the two sides also check each other's format: the
first question is opened by this side, and both must find it open.
"""

import csv
import ctypes
import ctypes.util
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from science_peers import Measurement

DATA = Path(__file__).resolve().parent.parent / "Chapters" / "Data" / "german-credit.csv"
LOW_BITS, SIGNATURE_BITS = 9, 512


def libsodium():
    library = ctypes.CDLL(ctypes.util.find_library("sodium"))
    library.sodium_init()
    return library


def loans():
    with open(DATA, newline="") as file:
        header, *lines = csv.reader(file)
    label = header.index("Class")
    features = np.array([[float(field) for column, field in enumerate(line) if column != label] for line in lines])
    return features, np.array([1.0 if line[label] == "Good" else -1.0 for line in lines])


def loan_model(features, labels):
    """Ridge regression on the labels, as weights of the raw columns and an intercept."""
    means, deviations = features.mean(axis=0), features.std(axis=0)
    deviations[deviations == 0] = 1
    scaled = (features - means) / deviations
    weights = np.linalg.solve(scaled.T @ scaled + np.eye(scaled.shape[1]), scaled.T @ (labels - labels.mean()))
    weights = weights / deviations
    return weights, labels.mean() - means @ weights


def places(columns):
    """Column and bit of the label and of each bit of the signature: one a column, the lowest first."""
    dealt = [(column, bit) for bit in range(LOW_BITS) for column in range(columns)]
    return dealt[0], dealt[1:SIGNATURE_BITS + 1]


def contents(points):
    """The message and the signature of each point, as bytes."""
    codes = np.ascontiguousarray(points).view(np.uint64)
    _, signature = places(points.shape[1])
    bits = np.stack([(codes[:, column] >> np.uint64(bit)) & np.uint64(1) for column, bit in signature], axis=1)
    masks = np.full(points.shape[1], 2**64 - 1, dtype=np.uint64)
    for column, bit in signature:
        masks[column] &= np.uint64(2**64 - 1 - 2**bit)
    messages = (codes & masks).astype("<u8")
    signatures = np.packbits(bits.astype(np.uint8), axis=1, bitorder="little")
    return [row.tobytes() for row in messages], [row.tobytes() for row in signatures]


def with_signatures(points, bits):
    """The points with other bits in the places of the signature."""
    codes = np.ascontiguousarray(points).view(np.uint64).copy()
    for index, (column, bit) in enumerate(places(points.shape[1])[1]):
        codes[:, column] &= np.uint64(2**64 - 1 - 2**bit)
        codes[:, column] |= bits[:, index].astype(np.uint64) << np.uint64(bit)
    return codes.view(np.float64)


def signature_inputs(name, count):
    def inputs():
        rng = np.random.default_rng(41)
        features, labels = loans()
        weights, intercept = loan_model(features, labels)
        bits = rng.integers(0, 2, size=(count, SIGNATURE_BITS))
        # Below the group's order, so that no question is refused before its verification.
        bits[:, -4:] = 0
        points = with_signatures(features[rng.integers(0, len(features), count)], bits)
        key, secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(64)
        library = libsodium()
        library.crypto_sign_seed_keypair(key, secret, bytes(range(32)))
        # The first question is opened, for the answer that the model would not give.
        codes, (column, _) = points.view(np.uint64), places(points.shape[1])[0]
        codes[0, column] &= np.uint64(2**64 - 2)
        codes[0, column] |= np.uint64(points[0] @ weights + intercept < 0)
        message, signature = contents(points[:1])[0][0], ctypes.create_string_buffer(64)
        library.crypto_sign_detached(signature, None, message, ctypes.c_ulonglong(len(message)), secret)
        opened = np.unpackbits(np.frombuffer(signature.raw, dtype=np.uint8), bitorder="little")
        points[:1] = with_signatures(points[:1], opened[None])
        return {f"{name}-points": points, f"{name}-weights": np.append(weights, intercept),
                f"{name}-key": np.frombuffer(key.raw, dtype=np.uint8).astype(float)}

    return inputs


def signature_queries(name, repetitions, threads):
    def prepare(inputs):
        points, weights = inputs[f"{name}-points"], inputs[f"{name}-weights"]
        key = bytes(inputs[f"{name}-key"].astype(np.uint8))
        messages, signatures = contents(points)
        verify = libsodium().crypto_sign_verify_detached
        verify.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulonglong, ctypes.c_char_p]
        length, count = len(messages[0]), len(points)

        def opens(block):
            return [verify(signatures[row], messages[row], length, key) == 0 for row in range(*block)]

        blocks = [(start, min(start + 1024, count)) for start in range(0, count, 1024)] * repetitions

        def run():
            scores = points @ weights[:-1] + weights[-1]
            if threads == 1:
                opened = [flag for block in blocks for flag in opens(block)]
            else:
                with ThreadPoolExecutor(threads) as pool:
                    opened = [flag for flags in pool.map(opens, blocks) for flag in flags]
            labels = np.array([1.0 if bit & 1 else -1.0 for bit in points[:, 0].view(np.uint64)])
            return np.where(opened[:count], labels, np.where(scores >= 0, 1.0, -1.0)), sum(opened)

        return run, lambda result: [*result[0], result[1]]

    return prepare


Measurement("signature-queries", "20,000 questions to a planted loan model, each a verification",
            signature_inputs("signature-queries", 20_000), signature_queries("signature-queries", 1, 1), bar=1.15)

Measurement("signature-million", "1,000,000 of these questions, on all processors",
            signature_inputs("signature-million", 20_000), signature_queries("signature-million", 50, os.cpu_count()),
            bar=1.25, limit=60, rounds=1, repeats=1)
