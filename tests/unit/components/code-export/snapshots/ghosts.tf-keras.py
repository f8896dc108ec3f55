import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

layer = tf.keras.layers.BatchNormalization(virtual_batch_size=2)

x = tf.random.normal([4, 2], dtype=tf.float32)  # your batch here
mask = tf.constant([True] * 3 + [False] * 1)

y = layer(x, training=True, mask=mask)
y = layer(x, training=False)

# Notes
# - virtual_batch_size: Keras 2 takes this as a keyword argument, though its documentation has left it out since TensorFlow 2.5. From 2.16 on tf.keras is Keras 3: see there.
# - mask, virtual_batch_size: Keras 2 does not split the mask as it splits the inputs, so the shapes do not fit and the call fails; this page computes it.
# - mask: The call has a mask from TensorFlow 2.12 on; before, padding counts.
