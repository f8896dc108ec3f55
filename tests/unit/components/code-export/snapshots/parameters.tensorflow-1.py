import numpy as np
import tensorflow.compat.v1 as tf  # 1.15, and 2.x up to 2.15

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, (None, 2))
training = tf.placeholder(tf.bool)

y = tf.layers.batch_normalization(
    x,
    momentum=0.9,
    epsilon=1e-5,
    scale=False,
    beta_initializer=tf.keras.initializers.RandomNormal(stddev=0.2, seed=3),
    moving_mean_initializer=tf.keras.initializers.Constant(value=2),
    beta_regularizer=tf.keras.regularizers.l1_l2(l1=0.01, l2=0.02),
    beta_constraint=tf.keras.constraints.MaxNorm(max_value=3, axis=0),
    training=training,
)

# The moving statistics move only when these run.
update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    batch = np.random.normal(size=(4, 2))  # yours here
    outputs = session.run([y, update_ops], {x: batch, training: True})[0]
    outputs = session.run(y, {x: batch, training: False})

# Notes
# - optimizer, learning_rate: In the run β learns by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - beta_initializer: The law is the same, but every framework draws with a generator of its own: the same seed gives other numbers than on this page.
# - training: In a graph the updates of the moving statistics are operations of their own, in UPDATE_OPS. A loop that does not run them leaves the statistics as they start.
# - : From TensorFlow 2.16 on tf.layers is gone, unless the package tf_keras is installed and TF_USE_LEGACY_KERAS=1 is set.
