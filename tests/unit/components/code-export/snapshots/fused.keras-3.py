import keras  # 3.x; the backend is yours to choose

layer = keras.layers.BatchNormalization(momentum=0.9)

x = keras.random.normal((2, 2, 2, 3), dtype="float32")  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - : The fused path shown here moves the moving variance towards the unbiased variance, m/(m − 1) of the biased one. Keras 3 always takes the biased one.
# - : Keras 3 has an argument synchronized, for statistics across devices (TensorFlow backend only). It is False by default, which is what this page computes.
