import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

layer = tf.keras.layers.BatchNormalization(momentum=0.9)

x = tf.random.normal([2, 2, 2, 3], dtype=tf.float32)  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
