"""Batch Normalization in plain NumPy: two calls in one graph, after step 3 of training
the first on gaussian.

Version of the layer: TensorFlow 2.3, tf.layers.
"""

# The layer was not called, so there is nothing to compute:
raise SystemExit("ValueError: name must be new in its scope, or reuse must be true or \"auto\": variable siamese/batch_normalization/gamma already exists. Received: name=\"siamese/batch_normalization/gamma\", reuse=false")

# Notes
# - : There are no numbers to reproduce on this page. It says: ValueError: name must be new in its scope, or reuse must be true or "auto": variable siamese/batch_normalization/gamma already exists. Received: name="siamese/batch_normalization/gamma", reuse=false
