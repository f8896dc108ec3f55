import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

layer = tf.keras.layers.BatchNormalization(
    center=False,
    adjustment=lambda shape: (
        tf.random.uniform(shape[-1:], 0.9, 1.1, tf.float64),
        tf.random.uniform(shape[-1:], -0.2, 0.2, tf.float64),
    ),
    dtype="float64",
)

x = tf.random.normal([4, 2], dtype=tf.float64)  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - adjustment: Keras 2 takes this as a keyword argument, though its documentation has left it out since TensorFlow 2.5. From 2.16 on tf.keras is Keras 3: see there.
# - adjustment: The adjustment draws other random numbers than this page.
