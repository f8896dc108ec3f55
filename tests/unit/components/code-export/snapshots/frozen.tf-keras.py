import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

layer = tf.keras.layers.BatchNormalization(
    fused=False,
    trainable=False,
    dtype="float16",
)

x = tf.random.normal([4, 2], dtype=tf.float16)  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - trainable: In training mode a layer with trainable=False goes on normalizing with the batch's statistics and leaves the moving ones as they are in the version shown; in Keras 2 it normalizes with the moving statistics, which stay as they are.
# - fused: Keras 2 takes this as a keyword argument, though its documentation has left it out since TensorFlow 2.5. From 2.16 on tf.keras is Keras 3: see there.
# - dtype: The weights of a float16 layer are float32, here as on this page.
