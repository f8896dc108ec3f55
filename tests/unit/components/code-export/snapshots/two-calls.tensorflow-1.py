import numpy as np
import tensorflow.compat.v1 as tf  # 1.15, and 2.x up to 2.15

tf.disable_v2_behavior()

shape = [None, 2]
x1 = tf.placeholder(tf.float32, shape)
x2 = tf.placeholder(tf.float32, shape)
targets = tf.placeholder(tf.float32, shape)
training = tf.placeholder(tf.bool)

y1 = tf.layers.batch_normalization(x1, training=training, name="bn", momentum=0.9)
# The updates of the first call alone: there is no second one yet.
update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)

y2 = tf.layers.batch_normalization(
    x2,
    training=training,
    name="bn",
    reuse=True,
    momentum=0.9,
)

# The first call alone is trained.
loss = tf.losses.mean_squared_error(targets, y1)
optimizer = tf.train.GradientDescentOptimizer(0.05)
train_op = optimizer.minimize(loss)
train_step = tf.group(train_op, update_ops)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    print([variable.name for variable in tf.global_variables()])
    for _ in range(5):
        batch1 = np.random.normal(size=(4, 2))  # yours here
        batch2 = np.random.normal(size=(4, 2))  # yours here
        wanted = 2 * batch1 + 1
        session.run(
            train_step, {x1: batch1, x2: batch2, targets: wanted, training: True}
        )
    for mode in (True, False):
        outputs = session.run([y1, y2], {x1: batch1, x2: batch2, training: mode})
        print("training mode" if mode else "inference mode", outputs)

# Notes
# - name, reuse: It is the program that the figure shows, on made-up batches. The figure's targets are 2z + 1, where z are the inputs of the first call standardized by their population: the loss draws γ towards 2 and β towards 1.
# - training: The collection UPDATE_OPS is asked for before the second call is made, so that a step runs the updates of the first call alone.
# - : From TensorFlow 2.16 on tf.layers is gone, unless the package tf_keras is installed and TF_USE_LEGACY_KERAS=1 is set.
