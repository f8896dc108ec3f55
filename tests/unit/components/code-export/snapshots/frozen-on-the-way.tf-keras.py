import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

layer = tf.keras.layers.BatchNormalization(trainable=False)

x = tf.random.normal([4, 2], dtype=tf.float32)  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - optimizer, learning_rate: In the run γ and β learn, up to step 1, by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - frozen_from: The run freezes the layer from step 2 on. Step 3 is frozen, so the text has trainable=False. To follow the run, build it to train, take one step, then set layer.trainable = False and compile the model again.
# - trainable: In training mode a layer with trainable=False goes on normalizing with the batch's statistics and leaves the moving ones as they are in the version shown; in Keras 2 it normalizes with the moving statistics, which stay as they are.
