import keras  # 3.x; the backend is yours to choose

layer = keras.layers.BatchNormalization(
    renorm=True,
    renorm_clipping={"rmax": 1.4, "dmax": 5},
    renorm_momentum=0.9,
)

x = keras.random.normal((4, 2), dtype="float32")  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - renorm: Keras 3 has renorm, renorm_clipping and renorm_momentum in its latest releases (3.14) only; earlier ones raise a ValueError for these arguments.
# - renorm_clipping: Keras 3 takes bounds that are numbers: the text holds those of the step shown, not the schedule.
# - : Keras 3 has an argument synchronized, for statistics across devices (TensorFlow backend only). It is False by default, which is what this page computes.
