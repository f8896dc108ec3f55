import jax
import jax.numpy as jnp
from flax import linen as nn

bn = nn.BatchNorm(momentum=0.9, epsilon=0.001, use_fast_variance=False)

x = jax.random.normal(jax.random.key(0), (2, 2, 2, 3), jnp.float32)  # your batch here
variables = bn.init(jax.random.key(1), x, use_running_average=False)

# Training: the batch's own statistics, which the running ones follow.
y, moved = bn.apply(variables, x, use_running_average=False, mutable=["batch_stats"])
variables = {**variables, **moved}
# Inference: the running statistics.
y = bn.apply(variables, x, use_running_average=True)

# Notes
# - momentum: Flax's momentum is the weight of the old value, as here, and its default is 0.99 too.
# - epsilon: Flax's default is 1e-05; here it is 0.001.
# - : Flax computes the variance as E[x²] − E[x]² by default; use_fast_variance=False takes it in two passes, as TensorFlow and this page do. The text is for flax.linen; flax.nnx.BatchNorm has the same arguments but keeps its state itself.
# - : The fused path shown here moves the moving variance towards the unbiased variance, m/(m − 1) of the biased one. Flax always takes the biased one.
