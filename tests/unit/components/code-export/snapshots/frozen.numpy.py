"""Batch Normalization in plain NumPy: step 3 of a run on gaussian.

Version of the layer: TensorFlow 2.3, V1.
"""

import numpy as np

dtype = np.float32  # of the weights; the inputs are float16
epsilon = dtype(0.001)

# The inputs of step 3 of a run on gaussian.
x = np.array([
    [3.6445313, -12.03125],
    [1.3925781, -12.3203125],
    [2.7421875, -12.1953125],
    [0.9111328, -15.953125],
], np.float16)

# The weights as the call found them.
gamma = np.ones(2, dtype)
beta = np.zeros(2, dtype)
moving_mean = np.zeros(2, dtype)
moving_variance = np.ones(2, dtype)


def normalize(mean, variance, scale, offset):
    """One scale and one offset for each channel, as the unfused layer has it."""
    k = dtype(1) / np.sqrt(variance + epsilon) * scale
    return (x * k + (offset - mean * k)).astype(np.float16)


# Training mode: the batch's own mean and biased variance.
mean = x.astype(np.float32).mean(axis=0)
variance = np.square(x.astype(np.float32) - mean).mean(axis=0)

training_output = normalize(mean, variance, gamma, beta)

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
# - : Run it and compare. It prints, for all channels, the batch's mean and variance; the moving statistics as the call found and leaves them; and the outputs in training mode and, with these moving statistics, in inference mode. It adds and rounds in the order of the layer, so that mostly all digits are the same.
# - fused: The unfused path is taken: the moving variance follows the biased variance.
# - trainable: With trainable=False this version normalizes with the batch and leaves the moving statistics as they are.
