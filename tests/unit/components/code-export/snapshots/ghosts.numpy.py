"""Batch Normalization in plain NumPy: step 3 of a run on gaussian.

Version of the layer: Latest Keras 2.
"""

import numpy as np

dtype = np.float32
epsilon = dtype(0.001)
momentum = 0.99

# The inputs of step 3 of a run on gaussian.
x = np.array([
    [3.6438603, -12.032963],
    [1.392867, -12.316766],
    [2.742381, -12.195654],
    [0, 0],
], np.float32)
# virtual_batch_size=2: example n lies in ghost batch n mod 2, so the groups are
# strided, not contiguous.
x = x.reshape(2, 2, 2)
# mask: the last 1 examples do not count.
mask = (np.arange(4) < 3).astype(dtype).reshape(2, 2, 1)

# The weights as the call found them.
gamma = np.ones((1, 1, 2), dtype)
beta = np.zeros((1, 1, 2), dtype)
moving_mean = np.array([0.057400554, -0.26241744], dtype).reshape(1, 1, 2)
moving_variance = np.array([0.9810324, 1.134828], dtype).reshape(1, 1, 2)


def divided(sums, total):
    """0 where there is nothing to divide by, as TensorFlow has it."""
    return np.divide(sums, total, out=np.zeros_like(sums), where=total != 0)


def moved(average, value, share):
    return average - (average - value) * share


def normalize(mean, variance, scale, offset):
    """One scale and one offset for each channel, as the unfused layer has it."""
    k = dtype(1) / np.sqrt(variance + epsilon) * scale
    return x * k + (offset - mean * k)


# Training mode: the batch's own mean and biased variance.
total = mask.sum(axis=0, keepdims=True)
mean = divided((mask * x).sum(axis=0, keepdims=True), total)
variance = divided((mask * np.square(x - mean)).sum(axis=0, keepdims=True), total)
# What moves the statistics is the average over the ghost batches.
shared_mean = mean.mean(axis=1, keepdims=True)
shared_variance = variance.mean(axis=1, keepdims=True)

training_output = normalize(mean, variance, gamma, beta)

# The moving statistics after the step.
share = dtype(np.float32(1 - momentum))  # a float32 constant in TensorFlow
moving_mean = moved(moving_mean, shared_mean, share)
moving_variance = moved(moving_variance, shared_variance, share)

# Inference mode: the moving statistics that are left.
inference_output = normalize(moving_mean, moving_variance, gamma, beta)

training_output = training_output.reshape(4, 2)
inference_output = inference_output.reshape(4, 2)
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
# - : Run it and compare. It prints, for all channels, each ghost batch's mean and variance; the moving statistics as the call leaves them; and the outputs in training mode and, with these moving statistics, in inference mode. It adds and rounds in the order of the layer, so that mostly all digits are the same.
# - mask: Masked examples have no weight in the statistics and are normalized all the same.
