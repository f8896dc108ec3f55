"""Batch Normalization in plain NumPy: step 2 of 50, all on the same tensor of shape [2,
2, 3, 2].

Version of the layer: TensorFlow 2.3, V1.
"""

import numpy as np

dtype = np.float32
epsilon = dtype(0.001)
momentum = 0.9

# The inputs of step 2 of 50, all on the same tensor of shape [2, 2, 3, 2].
x = np.array([
    3, -3, 3.5, -3.5, 3, -2.5, 1.5, -2.5, 1.5, -3, 2.5, -4, 4, -3.5, 2.5, -1.5, 4, -1.5,
    2.5, -1, 3.5, -2.5, 1.5, -3.5
], np.float32).reshape(2, 2, 3, 2)

# The weights as the call found them.
gamma = np.ones((1, 2, 1, 2), dtype)
beta = np.zeros((1, 2, 1, 2), dtype)
moving_mean = np.array([0.33333334, -0.25833333, 0.21666668, -0.275], dtype).reshape(1, 2, 1, 2)
moving_variance = np.array([0.9305556, 0.9701389, 0.95555556, 0.9895833], dtype).reshape(1, 2, 1, 2)

# The adjustment that was drawn for this step.
adjustment_scale = np.array([0.90170383, 0.90779245], dtype).reshape(2, 1, 1, 1)
adjustment_bias = np.array([-0.1690815, 0.061442588], dtype).reshape(2, 1, 1, 1)


def moved(average, value, share):
    return average - (average - value) * share


def normalize(mean, variance, scale, offset):
    """One scale and one offset for each channel, as the unfused layer has it."""
    k = dtype(1) / np.sqrt(variance + epsilon) * scale
    return x * k + (offset - mean * k)


# Training mode: the batch's own mean and biased variance.
# axis=[1, 3] keeps statistics of its own.
mean = x.mean(axis=(0, 2), keepdims=True)
variance = np.square(x - mean).mean(axis=(0, 2), keepdims=True)

offset = adjustment_bias * gamma + beta
scale = adjustment_scale * gamma
training_output = normalize(mean, variance, scale, offset)

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
# - : Run it and compare. It prints, for all channels, the batch's mean and variance; the moving statistics as the call leaves them; and the outputs in training mode and, with these moving statistics, in inference mode. Of the two implementations in the table the moving variance is that of this layer. It adds and rounds in the order of the layer, so that mostly all digits are the same.
# - adjustment: The text holds the scale and bias that were drawn for this step.
# - fused: The unfused path is taken: the moving variance follows the biased variance.
