import keras  # 3.x; the backend is yours to choose

layer = keras.layers.BatchNormalization(momentum=0.9)

x = keras.random.normal((4, 2), dtype="float32")  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - : There are no numbers to reproduce on this page. It says: ValueError: name must be new in its scope, or reuse must be true or "auto": variable siamese/batch_normalization/gamma already exists. Received: name="siamese/batch_normalization/gamma", reuse=false
# - name, reuse: Variables are looked up by name in TensorFlow 1 only. Elsewhere two calls share what the program gives to both: one layer object or, in Flax, one set of variables.
# - : The variable scope "siamese" has no counterpart, and neither has what it is told of reuse.
# - : The figure trains on the loss of the first call alone. The text holds the layer and no training.
# - : Keras 3 has an argument synchronized, for statistics across devices (TensorFlow backend only). It is False by default, which is what this page computes.
