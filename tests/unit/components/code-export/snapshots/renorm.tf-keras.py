import numpy as np
import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

# Bounds that change from step to step are variables.
rmax = tf.Variable(1, dtype=tf.float32, trainable=False)

layer = tf.keras.layers.BatchNormalization(
    renorm=True,
    renorm_clipping={"rmax": rmax, "dmax": 5},
    renorm_momentum=0.9,
)


def set_bounds(step):
    """Straight lines between the points; the page's step 1 is step 0 here."""
    rmax.assign(np.interp(step, [0, 10], [1, 3]))


x = tf.random.normal([4, 2], dtype=tf.float32)  # your batch here

# In each training step:
set_bounds(step=0)
y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - renorm, renorm_clipping, renorm_momentum: Keras 2 takes this as a keyword argument, though its documentation has left it out since TensorFlow 2.5. From 2.16 on tf.keras is Keras 3: see there.
# - renorm_clipping: The layer tracks the variables of its bounds: they appear among layer.weights.
