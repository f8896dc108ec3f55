"""Batch Normalization in plain NumPy: two calls in one graph, after step 3 of training
the first on gaussian.

Version of the layer: TensorFlow 2.3, tf.layers.
"""

import numpy as np

dtype = np.float32
epsilon = dtype(0.001)

# The first batch of each call.
x1 = np.array([
    [3.1269097, -22.28357],
    [2.2007787, -5.0670395],
    [3.7196925, -15.925886],
    [2.5118587, 1.1222454],
], np.float32)
x2 = np.array([
    [2.129431, -16.384407],
    [3.4674044, -16.745232],
    [2.760305, -7.232005],
    [3.0238626, -11.695648],
], np.float32)

# The graph's variables after step 3, by their names.
variables = {
    "batch_normalization/gamma": np.array([1.0789717, 1.0432122], dtype),
    "batch_normalization/beta": np.array([0.04993487, 0.31275827], dtype),
    "batch_normalization/moving_mean": np.array([0.7254663, -3.8405597], dtype),
    "batch_normalization/moving_variance": np.array([0.9056076, 15.44429], dtype),
    "batch_normalization_1/gamma": np.ones(2, dtype),
    "batch_normalization_1/beta": np.zeros(2, dtype),
    "batch_normalization_1/moving_mean": np.array([0.8242893, -4.7191143], dtype),
    "batch_normalization_1/moving_variance": np.array([0.81850386, 9.445706], dtype),
}


def normalize(x, mean, variance, scope):
    """One scale and one offset for each channel, by the gamma and beta of the scope."""
    k = dtype(1) / np.sqrt(variance + epsilon) * variables[scope + "/gamma"]
    return x * k + (variables[scope + "/beta"] - mean * k)


def in_training(x, scope):
    """The batch's own mean and biased variance."""
    mean = x.mean(axis=0)
    variance = np.square(x - mean).mean(axis=0)
    return normalize(x, mean, variance, scope)


def in_inference(x, scope):
    """The moving statistics of the scope."""
    mean = variables[scope + "/moving_mean"]
    return normalize(x, mean, variables[scope + "/moving_variance"], scope)


# The first call uses the variables in "batch_normalization", the second those in
# "batch_normalization_1".
first_training_output = in_training(x1, "batch_normalization")
first_inference_output = in_inference(x1, "batch_normalization")
second_training_output = in_training(x2, "batch_normalization_1")
second_inference_output = in_inference(x2, "batch_normalization_1")

# The tables show the first example of each batch.
np.set_printoptions(precision=9, linewidth=100, threshold=100_000)
for name, value in dict(
    first_training_output=first_training_output,
    first_inference_output=first_inference_output,
    second_training_output=second_training_output,
    second_inference_output=second_inference_output,
).items():
    print(name, value[0], sep="\n")

# Notes
# - : Run it and compare: it prints the outputs of the first example of each batch, in all channels, as the tables behind the figure hold them. It adds and rounds in the order of the layer, so that mostly all digits are the same.
# - : The text begins with the variables that step 3 left: what the steps before did is in them.
# - name, reuse: NumPy has no graph in which a second call with name=None and reuse=None could look for variables: the text holds those of the graph by their names, and gives each call the scope of those that it found or made.
