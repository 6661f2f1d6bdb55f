"""The peers of Circuits: Python's hashlib (OpenSSL's SHA-256), alone and in a signature scheme.

The scheme is written here a second time, from its description alone, so that both sides check each other.
"""

import hashlib

import numpy as np

from science_peers import Measurement

HASH_BYTES, DIGEST_DIGITS, CHECKSUM_DIGITS, LARGEST_DIGIT, HEIGHT, MESSAGE_BYTES = 6, 16, 3, 3, 4, 41
CHAINS = DIGEST_DIGITS + CHECKSUM_DIGITS
SEED = bytes(range(16))


def cut_hash(address, value):
    """SHA-256 of the seed, four bytes that say what for, zeros up to the last block's room, and the value."""
    start = SEED + bytes(address)
    zeros = bytes((55 - len(start) - len(value)) % 64)
    return hashlib.sha256(start + zeros + value).digest()[:HASH_BYTES]


def walk(value, chain, start, end):
    for step in range(start, end):
        value = cut_hash([3, chain >> 8, chain & 255, step], value)
    return value


def digits_of(message, leaf, randomizer):
    digest = cut_hash([2, 0, 0, 0], leaf.to_bytes(4, "big") + randomizer + message)
    bits = int.from_bytes(digest[:4], "big")
    digits = [bits >> shift & 3 for shift in range(30, -1, -2)]
    checksum = sum(LARGEST_DIGIT - digit for digit in digits)
    return digits + [checksum >> shift & 3 for shift in (4, 2, 0)]


class Tree:
    def __init__(self, generator):
        self.starts = [[generator.bytes(HASH_BYTES) for _ in range(CHAINS)] for _ in range(1 << HEIGHT)]
        self.levels = [[cut_hash([4, 0, 0, 0], b"".join(walk(start, chain, 0, LARGEST_DIGIT)
                                                       for chain, start in enumerate(starts)))
                        for starts in self.starts]]
        for level in range(HEIGHT):
            below = self.levels[-1]
            self.levels.append([cut_hash([5, level, 0, 0], below[i] + below[i + 1]) for i in range(0, len(below), 2)])
        self.root = self.levels[-1][0]

    def sign(self, message, leaf, randomizer):
        chains = [walk(self.starts[leaf][chain], chain, 0, digit)
                  for chain, digit in enumerate(digits_of(message, leaf, randomizer))]
        path = [self.levels[level][leaf >> level ^ 1] for level in range(HEIGHT)]
        return randomizer + b"".join(chains + path)


def verifies(root, message, leaf, values):
    parts = [values[i:i + HASH_BYTES] for i in range(0, len(values), HASH_BYTES)]
    digits = digits_of(message, leaf, parts[0])
    ends = [walk(parts[1 + chain], chain, digit, LARGEST_DIGIT) for chain, digit in enumerate(digits)]
    node = cut_hash([4, 0, 0, 0], b"".join(ends))
    for level, sibling in enumerate(parts[1 + CHAINS:]):
        pair = sibling + node if leaf >> level & 1 else node + sibling
        node = cut_hash([5, level, 0, 0], pair)
    return node == root


def bits_of(data):
    return np.unpackbits(np.frombuffer(data, dtype=np.uint8))


def signed_inputs():
    """4,096 messages with signatures, as bits; one bit is flipped in every second row."""
    generator = np.random.default_rng(6)
    tree = Tree(generator)
    rows = []
    for row in range(4096):
        message, leaf = generator.bytes(MESSAGE_BYTES), int(generator.integers(1 << HEIGHT))
        values = tree.sign(message, leaf, generator.bytes(HASH_BYTES))
        leaf_bits = [leaf >> shift & 1 for shift in range(HEIGHT - 1, -1, -1)]
        bits = np.concatenate([bits_of(message), leaf_bits, bits_of(values)])
        if row % 2:
            bits[generator.integers(len(bits))] ^= 1
        rows.append(bits)
    return {"verifier-inputs": np.array(rows, dtype=float), "verifier-root": np.frombuffer(tree.root, np.uint8).astype(float)}


def verifier(inputs):
    root = bytes(inputs["verifier-root"].astype(np.uint8))
    rows = []
    for bits in inputs["verifier-inputs"].astype(np.uint8):
        message, rest = np.packbits(bits[:8 * MESSAGE_BYTES]).tobytes(), bits[8 * MESSAGE_BYTES:]
        leaf = int("".join(map(str, rest[:HEIGHT])), 2)
        rows.append((message, leaf, np.packbits(rest[HEIGHT:]).tobytes()))
    return lambda: [verifies(root, *row) for row in rows], lambda accepted: accepted


def messages():
    return {"hash-messages": np.random.default_rng(5).integers(0, 256, (102_400, 55)).astype(float)}


def hashes(inputs):
    rows = [row.tobytes() for row in inputs["hash-messages"].astype(np.uint8)]
    return (lambda: [hashlib.sha256(row).digest() for row in rows],
            lambda digests: np.frombuffer(b"".join(digests[::100]), np.uint8))


# 48,000 gates stand against instructions that were made for this hash: to be within a quarter of them is what we ask.
Measurement("hash-circuit", "SHA-256 as a circuit, 102,400 messages", messages, hashes, bar=1.25, tolerance=0)
# The network computes all 63 hashes of every signature; the peer only those that the digits leave, about half.
Measurement("hash-verifier", "verifier as a network, 4,096 signatures", signed_inputs, verifier,
            bar=1.5, stretch=0.8, tolerance=0)
