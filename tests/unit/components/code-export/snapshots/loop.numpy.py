"""Batch Normalization in plain NumPy: a training loop on a deferred graph.

Version of the layer: TensorFlow 2.3, tf.layers.
"""

import numpy as np

dtype = np.float32
epsilon = dtype(0.001)
momentum = 0.9
rng = np.random.default_rng(0)

# Made-up inputs: put yours here.
x = rng.normal(size=(4, 2)).astype(np.float32)

# The weights as they start.
gamma = np.ones(2, dtype)  # gamma_initializer
beta = np.zeros(2, dtype)  # beta_initializer
moving_mean = np.zeros(2, dtype)  # moving_mean_initializer
moving_variance = np.ones(2, dtype)  # moving_variance_initializer


def moved(average, value, share):
    return average - (average - value) * share


def normalize(mean, variance, scale, offset):
    """One scale and one offset for each channel, as the unfused layer has it."""
    k = dtype(1) / np.sqrt(variance + epsilon) * scale
    return x * k + (offset - mean * k)


# Training mode: the batch's own mean and biased variance.
mean = x.mean(axis=0)
variance = np.square(x - mean).mean(axis=0)

training_output = normalize(mean, variance, gamma, beta)

# The moving statistics after the step.
share = dtype(np.float32(1 - momentum))  # a float32 constant in TensorFlow
moving_mean = moved(moving_mean, mean, share)
moving_variance = moved(moving_variance, variance, share)

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
# - : There is no single step to reproduce here: the text computes the layer on made-up inputs, for you to replace.
