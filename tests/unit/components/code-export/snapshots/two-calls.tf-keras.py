import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

# Both calls use the same variables: they are calls of one layer.
layer = tf.keras.layers.BatchNormalization(momentum=0.9, name="bn")

x1 = tf.random.normal([4, 2], dtype=tf.float32)  # your batch here
x2 = tf.random.normal([4, 2], dtype=tf.float32)  # your batch here

y1 = layer(x1, training=True)
y2 = layer(x2, training=True)
y1 = layer(x1, training=False)
y2 = layer(x2, training=False)

# Notes
# - name, reuse: Variables are looked up by name in TensorFlow 1 only. Elsewhere two calls share what the program gives to both: one layer object or, in Flax, one set of variables.
# - training: Each call in training mode moves the moving statistics of its layer. In the figure a step runs the updates of the first call alone; with updates_of=both it runs those of both, as here.
# - : The figure trains on the loss of the first call alone. The text holds the layer and no training.
