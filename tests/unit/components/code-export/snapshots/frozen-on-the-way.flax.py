import jax
import jax.numpy as jnp
from flax import linen as nn

bn = nn.BatchNorm(momentum=0.99, epsilon=0.001, use_fast_variance=False)

x = jax.random.normal(jax.random.key(0), (4, 2), jnp.float32)  # your batch here
variables = bn.init(jax.random.key(1), x, use_running_average=False)

# Training: the batch's own statistics, which the running ones follow.
y, moved = bn.apply(variables, x, use_running_average=False, mutable=["batch_stats"])
# trainable=False: moved is thrown away, and the running statistics stay.
# Inference: the running statistics.
y = bn.apply(variables, x, use_running_average=True)

# Notes
# - optimizer, learning_rate: In the run γ and β learn, up to step 1, by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - frozen_from: The run freezes the layer from step 2 on. Step 3 is frozen, so the text has trainable=False. To follow the run, build it to train, take one step, then leave scale and bias out of the optimizer, and throw the moved statistics away.
# - momentum: Flax's momentum is the weight of the old value, as here, and its default is 0.99 too.
# - epsilon: Flax's default is 1e-05; here it is 0.001.
# - : Flax computes the variance as E[x²] − E[x]² by default; use_fast_variance=False takes it in two passes, as TensorFlow and this page do. The text is for flax.linen; flax.nnx.BatchNorm has the same arguments but keeps its state itself.
# - trainable: Flax has no trainable: the optimizer must leave scale and bias out (optax.masked, or jax.lax.stop_gradient).
