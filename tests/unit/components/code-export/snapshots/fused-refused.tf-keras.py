import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

layer = tf.keras.layers.BatchNormalization(
    momentum=0.9,
    fused=True,
    virtual_batch_size=1,
)

x = tf.random.normal([2, 2, 2, 3], dtype=tf.float32)  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - : There are no numbers to reproduce on this page. It says: ValueError: fused=true excludes virtual_batch_size: virtual_batch_size must be null when fused=true. Received: virtual_batch_size=1
# - fused, virtual_batch_size: Keras 2 takes this as a keyword argument, though its documentation has left it out since TensorFlow 2.5. From 2.16 on tf.keras is Keras 3: see there.
