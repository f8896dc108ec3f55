import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

layer = tf.keras.layers.BatchNormalization(
    axis=[1, 3],
    momentum=0.9,
    fused=True,
    adjustment=lambda shape: (
        tf.random.uniform(tf.concat([shape[:1], tf.ones_like(shape[1:])], 0), 0.9, 1.1),
        tf.random.uniform(tf.concat([shape[:1], tf.ones_like(shape[1:])], 0), -0.2, 0.2),
    ),
)

x = tf.random.normal([2, 2, 3, 2], dtype=tf.float32)  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - fused: Keras 2 raises a ValueError: fused=True is impossible for these inputs and arguments, and the version shown takes the unfused path without a message.
# - fused, adjustment: Keras 2 takes this as a keyword argument, though its documentation has left it out since TensorFlow 2.5. From 2.16 on tf.keras is Keras 3: see there.
# - adjustment: The adjustment draws other random numbers than this page.
