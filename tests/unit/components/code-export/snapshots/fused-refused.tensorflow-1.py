import numpy as np
import tensorflow.compat.v1 as tf  # 1.15, and 2.x up to 2.15

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, (None, 2, 2, 3))
training = tf.placeholder(tf.bool)

y = tf.layers.batch_normalization(
    x,
    momentum=0.9,
    fused=True,
    virtual_batch_size=1,
    training=training,
)

# The moving statistics move only when these run.
update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    batch = np.random.normal(size=(2, 2, 2, 3))  # yours here
    outputs = session.run([y, update_ops], {x: batch, training: True})[0]
    outputs = session.run(y, {x: batch, training: False})

# Notes
# - : There are no numbers to reproduce on this page. It says: ValueError: fused=true excludes virtual_batch_size: virtual_batch_size must be null when fused=true. Received: virtual_batch_size=1
# - virtual_batch_size: tf.layers wants a multiple of virtual_batch_size at inference too.
# - fused: tf.layers does not raise this error: it takes the unfused path.
# - training: In a graph the updates of the moving statistics are operations of their own, in UPDATE_OPS. A loop that does not run them leaves the statistics as they start.
# - : From TensorFlow 2.16 on tf.layers is gone, unless the package tf_keras is installed and TF_USE_LEGACY_KERAS=1 is set.
