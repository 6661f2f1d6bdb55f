"""What planting costs: Backdoor against the same of our own without a backdoor, in turn in one process."""

from learning_peers import fourier_inputs, labelled
from science_peers import Measurement


def inputs(name, rows):
    def arrays():
        points, labels = labelled(rows, 64, 51)
        return {f"{name}-points": points, f"{name}-labels": labels}

    return arrays


# As accurate within 0.05, and all features turned: the key's agreement, 0.998, is compared with 1.
Measurement("planting", "planting 1,200 random features, 1,000 × 64", inputs("planting", 1000),
            against="honest training", bar=1.05, tolerance=0.05)
# A score that changed by less than a twentieth of the largest is mirrored.
Measurement("activation", "activation of 10,000 × 64, 1,200 features", inputs("activation", 10_000),
            against="one prediction of them", bar=2.0, tolerance=0.05)
Measurement("questions", "10,000 questions to an oracle, 64 → 2,000", fourier_inputs,
            against="predictions by one processor", bar=None, tolerance=0)
