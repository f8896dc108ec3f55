import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras

layer = tf.keras.layers.BatchNormalization(
    momentum=0.9,
    epsilon=1e-5,
    scale=False,
    beta_initializer=tf.keras.initializers.RandomNormal(stddev=0.2, seed=3),
    moving_mean_initializer=tf.keras.initializers.Constant(value=2),
    beta_regularizer=tf.keras.regularizers.L1L2(l1=0.01, l2=0.02),
    beta_constraint=tf.keras.constraints.MaxNorm(max_value=3, axis=0),
)

x = tf.random.normal([4, 2], dtype=tf.float32)  # your batch here

y = layer(x, training=True)
y = layer(x, training=False)

# Notes
# - optimizer, learning_rate: In the run β learns by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - beta_initializer: The law is the same, but every framework draws with a generator of its own: the same seed gives other numbers than on this page.
