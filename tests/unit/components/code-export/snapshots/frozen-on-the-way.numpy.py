"""Batch Normalization in plain NumPy: step 3 of a run on gaussian.

Version of the layer: TensorFlow 2.3, V1.
"""

import numpy as np

dtype = np.float32
epsilon = dtype(0.001)

# The inputs of step 3 of a run on gaussian.
x = np.array([
    [3.6438603, -12.032963],
    [1.392867, -12.316766],
    [2.742381, -12.195654],
    [0.9111476, -15.955229],
], np.float32)

# The weights as the call found them.
gamma = np.array([0.97507316, 0.9750003], dtype)
beta = np.array([-8.940697e-9, -1.4901161e-9], dtype)
moving_mean = np.array([0.028898098, -0.105385624], dtype)
moving_variance = np.array([0.99340636, 1.822201], dtype)


def normalize(mean, variance, scale, offset):
    """One scale and one offset for each channel, as the unfused layer has it."""
    k = dtype(1) / np.sqrt(variance + epsilon) * scale
    return x * k + (offset - mean * k)


# Training mode: the batch's own mean and biased variance.
mean = x.mean(axis=0)
variance = np.square(x - mean).mean(axis=0)

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
# - optimizer, learning_rate: In the run γ and β learn, up to step 1, by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - frozen_from: The run freezes the layer from step 2 on. Step 3 is frozen, and computed with trainable=False.
# - : Run it and compare. It prints, for all channels, the batch's mean and variance; the moving statistics as the call found and leaves them; and the outputs in training mode and, with these moving statistics, in inference mode. It adds and rounds in the order of the layer, so that mostly all digits are the same.
# - trainable: With trainable=False this version normalizes with the batch and leaves the moving statistics as they are.
