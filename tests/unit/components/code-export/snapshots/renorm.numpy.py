"""Batch Normalization in plain NumPy: step 3 of a run on gaussian.

Version of the layer: Latest Keras 2.
"""

import numpy as np

dtype = np.float32
epsilon = dtype(0.001)
momentum = 0.99
renorm_momentum = 0.9

# The inputs of step 3 of a run on gaussian.
x = np.array([
    [3.6438603, -12.032963],
    [1.392867, -12.316766],
    [2.742381, -12.195654],
    [0.9111476, -15.955229],
], np.float32)

# The weights as the call found them.
gamma = np.ones(2, dtype)
beta = np.zeros(2, dtype)
moving_mean = np.array([0.057061624, -0.23447499], dtype)
moving_variance = np.array([0.9805675, 1.229524], dtype)
moving_stddev = np.array([0.9907409, 1.1092899], dtype)
renorm_mean = np.array([0.544608, -2.249903], dtype)
renorm_stddev = np.array([0.911148, 2.0197954], dtype)


def moved(average, value, share):
    return average - (average - value) * share


def normalize(mean, variance, scale, offset):
    """One scale and one offset for each channel, as the unfused layer has it."""
    k = dtype(1) / np.sqrt(variance + epsilon) * scale
    return x * k + (offset - mean * k)


# Training mode: the batch's own mean and biased variance.
mean = x.mean(axis=0)
variance = np.square(x - mean).mean(axis=0)

# renorm=True: a correction of the batch's normalization. No gradient flows through r and d.
deviation = np.sqrt(variance + epsilon)
sigma = np.maximum(renorm_stddev, dtype(np.sqrt(0.001)))
r = deviation / sigma
d = (mean - renorm_mean) / sigma
r = np.minimum(r, dtype(1.4))
d = np.minimum(np.maximum(d, dtype(-5)), dtype(5))

offset = d * gamma + beta
scale = r * gamma
training_output = normalize(mean, variance, scale, offset)

# The weights after the step.
share = dtype(np.float32(1 - momentum))  # a float32 constant in TensorFlow
renorm_share = dtype(np.float32(1 - renorm_momentum))  # a float32 constant in TensorFlow
renorm_mean = moved(renorm_mean, mean, renorm_share)
renorm_stddev = moved(renorm_stddev, deviation, renorm_share)
moving_mean = moved(moving_mean, mean, share)
moving_stddev = moved(moving_stddev, deviation, share)
moving_variance = np.maximum(np.square(moving_stddev) - epsilon, dtype(0))

# Inference mode: the moving statistics that are left.
inference_output = normalize(moving_mean, moving_variance, gamma, beta)

np.set_printoptions(precision=9, linewidth=100, threshold=100_000)
for name, value in dict(
    mean=mean,
    variance=variance,
    r=r,
    d=d,
    moving_mean=moving_mean,
    moving_variance=moving_variance,
    moving_stddev=moving_stddev,
    renorm_mean=renorm_mean,
    renorm_stddev=renorm_stddev,
    training_output=training_output,
    inference_output=inference_output,
).items():
    print(name, value, sep="\n")

# Notes
# - : Run it and compare. It prints, for all channels, the batch's mean and variance; r and d, and renorm's variables as the call leaves them; the moving statistics as the call leaves them; and the outputs in training mode and, with these moving statistics, in inference mode. It adds and rounds in the order of the layer, so that mostly all digits are the same.
# - renorm_clipping: The text holds the bounds that are in force at this step; a key that is not set bounds nothing.
