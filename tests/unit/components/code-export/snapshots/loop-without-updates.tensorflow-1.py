import numpy as np
import tensorflow.compat.v1 as tf  # 1.15, and 2.x up to 2.15

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, (None, 2))
targets = tf.placeholder(tf.float32, (None, 2))
training = tf.placeholder(tf.bool)

y = tf.layers.batch_normalization(x, training=training)

loss = tf.losses.mean_squared_error(targets, y)
optimizer = tf.train.GradientDescentOptimizer(0.05)
train_op = optimizer.minimize(loss)
update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
train_step = train_op  # without update_ops: the moving statistics stay as they start

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for _ in range(5):
        batch = np.random.normal(size=(4, 2))  # yours here
        wanted = np.random.normal(size=(4, 2))
        session.run(train_step, {x: batch, targets: wanted, training: True})
    outputs = session.run(y, {x: batch, training: False})

# Notes
# - training: In a graph the updates of the moving statistics are operations of their own, in UPDATE_OPS. A loop that does not run them leaves the statistics as they start.
# - : From TensorFlow 2.16 on tf.layers is gone, unless the package tf_keras is installed and TF_USE_LEGACY_KERAS=1 is set.
