import keras  # 3.x; the backend is yours to choose

layer = keras.layers.BatchNormalization(trainable=False)

x = keras.random.normal((4, 2), dtype="float32")  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - optimizer, learning_rate: In the run γ and β learn, up to step 1, by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - frozen_from: The run freezes the layer from step 2 on. Step 3 is frozen, so the text has trainable=False. To follow the run, build it to train, take one step, then set layer.trainable = False and compile the model again.
# - trainable: In training mode a layer with trainable=False goes on normalizing with the batch's statistics and leaves the moving ones as they are in the version shown; in Keras 3 it normalizes with the moving statistics, which stay as they are.
# - : Keras 3 has an argument synchronized, for statistics across devices (TensorFlow backend only). It is False by default, which is what this page computes.
