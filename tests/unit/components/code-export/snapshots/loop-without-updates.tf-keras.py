import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

layer = tf.keras.layers.BatchNormalization()

x = tf.random.normal([4, 2], dtype=tf.float32)  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - training: A Keras layer moves its statistics itself in every call with training=True, which fit passes; in a TensorFlow 1 graph it keeps its updates in layer.updates and out of UPDATE_OPS. There is no UPDATE_OPS to forget, so the text does not have the fault that the figure shows.
# - : The loop trains γ and β by gradient descent with a learning rate of 0.05 on the mean squared error. The text holds the layer and no training; that of TensorFlow 1 holds the loop.
