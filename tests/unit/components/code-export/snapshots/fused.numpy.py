"""Batch Normalization in plain NumPy: step 7 of 50, all on the same tensor of shape [2,
2, 2, 3].

Version of the layer: Latest Keras 2.
"""

import numpy as np

dtype = np.float32
epsilon = dtype(0.001)
momentum = 0.9

# The inputs of step 7 of 50, all on the same tensor of shape [2, 2, 2, 3].
x = np.array([
    3, -3, 2, 2, -3, 2.5, 1.5, -2.5, -0.5, 2.5, -3.5, -0.5, 4, -3.5, 1, 5, -2, 4, 2.5,
    -1, 2, 3, -4, 0
], np.float32).reshape(2, 2, 2, 3)

# The weights as the call found them.
gamma = np.ones(3, dtype)
beta = np.zeros(3, dtype)
moving_mean = np.array([1.376392, -1.3178221, 0.6149837], dtype)
moving_variance = np.array([1.1150478, 0.9644398, 1.7342151], dtype)


def normalize(mean, variance, scale, offset):
    """The fused operation centres first."""
    k = dtype(1) / np.sqrt(variance + epsilon) * scale
    return (x - mean) * k + offset


# Training mode: the batch's own mean and biased variance.
mean = x.mean(axis=(0, 1, 2))
variance = np.square(x - mean).mean(axis=(0, 1, 2))

training_output = normalize(mean, variance, gamma, beta)

# The moving statistics after the step.
share = dtype(np.float32(1 - momentum))  # a float32 constant in TensorFlow
bessel = dtype(8 / 7)  # unbiased: m / (m - 1)
moving_mean = (dtype(1) - share) * moving_mean + share * mean
moving_variance = (dtype(1) - share) * moving_variance + share * bessel * variance

# Inference mode: the moving statistics that are left.
inference_output = normalize(moving_mean, moving_variance, gamma, beta)

np.set_printoptions(precision=9, linewidth=100, threshold=100_000)
for name, value in dict(
    mean=mean,
    variance=variance,
    moving_mean=moving_mean,
    moving_variance=moving_variance,
    training_output=training_output,
    inference_output=inference_output,
).items():
    print(name, value, sep="\n")

# Notes
# - : Run it and compare. It prints, for all channels, the batch's mean and variance; the moving statistics as the call leaves them; and the outputs in training mode and, with these moving statistics, in inference mode. Of the two implementations in the table the moving variance is that of this layer. It adds and rounds in the order of the layer, so that mostly all digits are the same.
# - fused: The fused path is taken: it centres first and moves the moving variance towards the unbiased variance.
