"""Batch Normalization in plain NumPy: step 50 of 50, all on the same tensor of shape
[2, 2, 2, 3].

Version of the layer: Latest Keras 2.
"""

# The layer was not called, so there is nothing to compute:
raise SystemExit("ValueError: fused=true excludes virtual_batch_size: virtual_batch_size must be null when fused=true. Received: virtual_batch_size=1")

# Notes
# - : There are no numbers to reproduce on this page. It says: ValueError: fused=true excludes virtual_batch_size: virtual_batch_size must be null when fused=true. Received: virtual_batch_size=1
