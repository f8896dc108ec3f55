"""Batch Normalization in plain NumPy: step 3 of a training loop on gaussian.

Version of the layer: TensorFlow 2.3, tf.layers.
"""

import numpy as np

dtype = np.float32
epsilon = dtype(0.001)
momentum = 0.9

# The inputs of step 3 of a training loop on gaussian.
x = np.array([
    [3.6438603, -12.032963],
    [1.392867, -12.316766],
    [2.742381, -12.195654],
    [0.9111476, -15.955229],
], np.float32)

# The weights as the call found them.
gamma = np.array([1.006555, 1.0280412], dtype)
beta = np.array([0.07155699, 0.2572404], dtype)
moving_mean = np.array([0.544608, -2.249903], dtype)
moving_variance = np.array([0.86412174, 9.81109], dtype)


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
# - training: The train step runs the update operations, so the text moves the moving statistics.
# - : The loop trains γ and β by gradient descent with a learning rate of 0.05 on the mean squared error. The text holds the layer and no training; that of TensorFlow 1 holds the loop.
# - : Run it and compare. It prints, for all channels, the batch's mean and variance; the moving statistics as the call leaves them; and the outputs in training mode and, with these moving statistics, in inference mode. It takes no optimizer step: γ and β are as the call found them. It adds and rounds in the order of the layer, so that mostly all digits are the same.
