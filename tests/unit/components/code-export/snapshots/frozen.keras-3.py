import keras  # 3.x; the backend is yours to choose

layer = keras.layers.BatchNormalization(trainable=False, dtype="mixed_float16")

x = keras.random.normal((4, 2), dtype="float16")  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - fused: Keras 3 has no such argument: it is left out.
# - trainable: In training mode a layer with trainable=False goes on normalizing with the batch's statistics and leaves the moving ones as they are in the version shown; in Keras 3 it normalizes with the moving statistics, which stay as they are.
# - dtype: The policy mixed_float16 keeps the weights in float32, as this page does; dtype="float16" would keep them in float16.
# - : Keras 3 has an argument synchronized, for statistics across devices (TensorFlow backend only). It is False by default, which is what this page computes.
