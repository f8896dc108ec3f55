import numpy as np
import tensorflow.compat.v1 as tf  # 1.15, and 2.x up to 2.15

tf.disable_v2_behavior()


def bound_at(step, points):
    """Straight lines between [step, value] points, and constant before and after them."""
    value = tf.constant(points[0][1], tf.float32)
    for (start, low), (end, high) in zip(points, points[1:]):
        share = (tf.cast(step, tf.float32) - start) / (end - start)
        value += tf.clip_by_value(share, 0.0, 1.0) * (high - low)
    return value


step = tf.Variable(0, trainable=False, name="step")

x = tf.placeholder(tf.float32, (None, 2))
training = tf.placeholder(tf.bool)

y = tf.layers.batch_normalization(
    x,
    renorm=True,
    renorm_clipping={"rmax": bound_at(step, [[0, 1], [10, 3]]), "dmax": 5},
    renorm_momentum=0.9,
    training=training,
)

# The moving statistics move only when these run.
update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    batch = np.random.normal(size=(4, 2))  # yours here
    outputs = session.run([y, update_ops, tf.assign_add(step, 1)], {x: batch, training: True})[0]
    outputs = session.run(y, {x: batch, training: False})

# Notes
# - renorm: Up to TensorFlow 1.14 this text runs with the older renorm, whose averages are debiased by weights and whose first step has r = 1 and d = 0.
# - renorm_clipping: A bound that changes reads the variable step, which begins at 0, the page’s step 1; the train step must count it up.
# - training: In a graph the updates of the moving statistics are operations of their own, in UPDATE_OPS. A loop that does not run them leaves the statistics as they start.
# - : From TensorFlow 2.16 on tf.layers is gone, unless the package tf_keras is installed and TF_USE_LEGACY_KERAS=1 is set.
