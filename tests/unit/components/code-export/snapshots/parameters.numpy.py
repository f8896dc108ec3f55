"""Batch Normalization in plain NumPy: step 3 of a run on gaussian.

Version of the layer: Latest Keras 2.
"""

import numpy as np

dtype = np.float32
epsilon = dtype(1e-5)
momentum = 0.9

# The inputs of step 3 of a run on gaussian.
x = np.array([
    [3.6438603, -12.032963],
    [1.392867, -12.316766],
    [2.742381, -12.195654],
    [0.9111476, -15.955229],
], np.float32)

# The weights as the call found them.
beta = np.array([-0.1149495, 0.22361682], dtype)
moving_mean = np.array([2.164608, -0.62990296], dtype)
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

training_output = normalize(mean, variance, dtype(1), beta)

# The moving statistics after the step.
share = dtype(np.float32(1 - momentum))  # a float32 constant in TensorFlow
moving_mean = moved(moving_mean, mean, share)
moving_variance = moved(moving_variance, variance, share)

# Inference mode: the moving statistics that are left.
inference_output = normalize(moving_mean, moving_variance, dtype(1), beta)

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
print("beta_regularizer adds", 0.01 * np.abs(beta).sum() + 0.02 * np.square(beta).sum())

# Notes
# - optimizer, learning_rate: In the run β learns by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - : Run it and compare. It prints, for all channels, the batch's mean and variance; the moving statistics as the call leaves them; the outputs in training mode and, with these moving statistics, in inference mode; and what the regularizers add to the loss. It takes no optimizer step: γ and β are as the call found them. It adds and rounds in the order of the layer, so that mostly all digits are the same.
# - beta_initializer, moving_mean_initializer: The text needs none: it begins with the weights of step 3 of a run on gaussian, as that found them.
# - beta_regularizer: It changes no output; the text prints its penalty.
# - beta_constraint: MaxNorm acts after an optimizer step, and the text takes none: the weights it begins with have been through it.
# - scale: scale=False: there is no gamma.
