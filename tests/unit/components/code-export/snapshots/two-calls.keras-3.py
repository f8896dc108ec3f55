import keras  # 3.x; the backend is yours to choose

# Both calls use the same variables: they are calls of one layer.
layer = keras.layers.BatchNormalization(momentum=0.9, name="bn")

x1 = keras.random.normal((4, 2), dtype="float32")  # your batch here
x2 = keras.random.normal((4, 2), dtype="float32")  # your batch here

y1 = layer(x1, training=True)
y2 = layer(x2, training=True)
y1 = layer(x1, training=False)
y2 = layer(x2, training=False)

# Notes
# - name, reuse: Variables are looked up by name in TensorFlow 1 only. Elsewhere two calls share what the program gives to both: one layer object or, in Flax, one set of variables.
# - training: Each call in training mode moves the moving statistics of its layer. In the figure a step runs the updates of the first call alone; with updates_of=both it runs those of both, as here.
# - : The figure trains on the loss of the first call alone. The text holds the layer and no training.
# - : Keras 3 has an argument synchronized, for statistics across devices (TensorFlow backend only). It is False by default, which is what this page computes.
