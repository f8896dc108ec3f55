import keras  # 3.x; the backend is yours to choose

layer = keras.layers.BatchNormalization(momentum=0.9)

x = keras.random.normal((4, 2), dtype="float32")  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - : Keras 3 has an argument synchronized, for statistics across devices (TensorFlow backend only). It is False by default, which is what this page computes.
