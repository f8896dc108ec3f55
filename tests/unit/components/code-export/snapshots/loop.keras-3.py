import keras  # 3.x; the backend is yours to choose

layer = keras.layers.BatchNormalization(momentum=0.9)

x = keras.random.normal((4, 2), dtype="float32")  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - training: A Keras layer moves its statistics itself in every call with training=True, which fit passes. There is no UPDATE_OPS to run.
# - : The loop trains γ and β by gradient descent with a learning rate of 0.05 on the mean squared error. The text holds the layer and no training; that of TensorFlow 1 holds the loop.
# - : Keras 3 has an argument synchronized, for statistics across devices (TensorFlow backend only). It is False by default, which is what this page computes.
