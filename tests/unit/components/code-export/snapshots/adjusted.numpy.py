"""Batch Normalization in plain NumPy: step 3 of a run on gaussian.

Version of the layer: Latest Keras 2.
"""

import numpy as np

dtype = np.float64
epsilon = dtype(0.001)
momentum = 0.99

# The inputs of step 3 of a run on gaussian.
x = np.array([
    [3.643860378400868, -12.032962719464832],
    [1.3928670262059977, -12.316765940539973],
    [2.7423811754078438, -12.19565430842568],
    [0.9111475977623429, -15.955228912205513],
], np.float64)

# The weights as the call found them.
gamma = np.ones(2, dtype)
moving_mean = np.array([0.05706162483034559, -0.23447499138528893], dtype)
moving_variance = np.array([0.9858187451814333, 1.9551071807293705], dtype)

# The adjustment that was drawn for this step.
adjustment_scale = np.array([0.9674317616969347, 1.009038489824161], dtype)
adjustment_bias = np.array([0.05017958860844374, 0.11661202646791935], dtype)


def moved(average, value, share):
    return average - (average - value) * share


def normalize(mean, variance, scale, offset):
    """One scale and one offset for each channel, as the unfused layer has it."""
    k = dtype(1) / np.sqrt(variance + epsilon) * scale
    return x * k + (offset - mean * k)


# Training mode: the batch's own mean and biased variance.
mean = x.mean(axis=0)
variance = np.square(x - mean).mean(axis=0)

offset = adjustment_bias * gamma
scale = adjustment_scale * gamma
training_output = normalize(mean, variance, scale, offset)

# The moving statistics after the step.
share = dtype(np.float32(1 - momentum))  # a float32 constant in TensorFlow
moving_mean = moved(moving_mean, mean, share)
moving_variance = moved(moving_variance, variance, share)

# Inference mode: the moving statistics that are left.
inference_output = normalize(moving_mean, moving_variance, gamma, dtype(0))

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
# - : Run it and compare. It prints, for all channels, the batch's mean and variance; the moving statistics as the call leaves them; and the outputs in training mode and, with these moving statistics, in inference mode. It adds and rounds in the order of the layer, so that mostly all digits are the same.
# - adjustment: The text holds the scale and bias that were drawn for this step.
# - center: center=False: there is no beta.
