import numpy as np
import tensorflow.compat.v1 as tf  # 1.15, and 2.x up to 2.15

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, (None, 2))
training = tf.placeholder(tf.bool)

y = tf.layers.batch_normalization(x, trainable=False, training=training)

# The moving statistics move only when these run.
update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    batch = np.random.normal(size=(4, 2))  # yours here
    outputs = session.run([y, update_ops], {x: batch, training: True})[0]
    outputs = session.run(y, {x: batch, training: False})

# Notes
# - optimizer, learning_rate: In the run γ and β learn, up to step 1, by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - frozen_from: The run freezes the layer from step 2 on. Step 3 is frozen, so the text has trainable=False. To follow the run, build it to train, take one step, then leave γ and β out of the optimizer's var_list, and run update_ops no longer.
# - training: In a graph the updates of the moving statistics are operations of their own, in UPDATE_OPS. A loop that does not run them leaves the statistics as they start.
# - : From TensorFlow 2.16 on tf.layers is gone, unless the package tf_keras is installed and TF_USE_LEGACY_KERAS=1 is set.
