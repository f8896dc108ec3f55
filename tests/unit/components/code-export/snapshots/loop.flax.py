import jax
import jax.numpy as jnp
from flax import linen as nn

bn = nn.BatchNorm(momentum=0.9, epsilon=0.001, use_fast_variance=False)

x = jax.random.normal(jax.random.key(0), (4, 2), jnp.float32)  # your batch here
variables = bn.init(jax.random.key(1), x, use_running_average=False)

# Training: the batch's own statistics, which the running ones follow.
y, moved = bn.apply(variables, x, use_running_average=False, mutable=["batch_stats"])
variables = {**variables, **moved}
# Inference: the running statistics.
y = bn.apply(variables, x, use_running_average=True)

# Notes
# - training: Flax returns the moved statistics instead of changing any: putting them back into variables is what running the update operations is.
# - : The loop trains γ and β by gradient descent with a learning rate of 0.05 on the mean squared error. The text holds the layer and no training; that of TensorFlow 1 holds the loop.
# - momentum: Flax's momentum is the weight of the old value, as here, and its default is 0.99 too.
# - epsilon: Flax's default is 1e-05; here it is 0.001.
# - : Flax computes the variance as E[x²] − E[x]² by default; use_fast_variance=False takes it in two passes, as TensorFlow and this page do. The text is for flax.linen; flax.nnx.BatchNorm has the same arguments but keeps its state itself.
