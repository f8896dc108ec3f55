import keras  # 3.x; the backend is yours to choose

layer = keras.layers.BatchNormalization()

x = keras.random.normal((4, 2), dtype="float32")  # your batch here
mask = keras.ops.array([True] * 3 + [False] * 1)

y = layer(x, training=True, mask=mask)
y = layer(x, training=False)

# Notes
# - virtual_batch_size: Keras 3 has no ghost batches: it is left out, and the whole batch is normalized as one.
# - mask: Keras 3 divides by the number of unmasked examples plus 1e-7: the last digits differ.
# - : Keras 3 has an argument synchronized, for statistics across devices (TensorFlow backend only). It is False by default, which is what this page computes.
