import jax
import jax.numpy as jnp
from flax import linen as nn

bn = nn.BatchNorm(
    momentum=0.9,
    epsilon=1e-5,
    use_scale=False,
    bias_init=lambda key, shape, dtype: 0.2 * jax.random.normal(key, shape, dtype),
    use_fast_variance=False,
)

x = jax.random.normal(jax.random.key(0), (4, 2), jnp.float32)  # your batch here
variables = bn.init(jax.random.key(1), x, use_running_average=False)
variables["batch_stats"]["mean"] = jnp.full_like(variables["batch_stats"]["mean"], 2)

# Training: the batch's own statistics, which the running ones follow.
y, moved = bn.apply(variables, x, use_running_average=False, mutable=["batch_stats"])
variables = {**variables, **moved}
# Inference: the running statistics.
y = bn.apply(variables, x, use_running_average=True)

# To be added to the loss:
penalty = 0.01 * jnp.abs(variables["params"]["bias"]).sum() + 0.02 * jnp.square(variables["params"]["bias"]).sum()

# After each optimizer step:
w = variables["params"]["bias"]
norm = (w**2).sum() ** 0.5
w = w * jnp.clip(norm, 0, 3) / (1e-7 + norm)
variables["params"]["bias"] = w

# Notes
# - optimizer, learning_rate: In the run β learns by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - beta_initializer: The law is the same, but every framework draws with a generator of its own: the same seed gives other numbers than on this page.
# - momentum: Flax's momentum is the weight of the old value, as here, and its default is 0.99 too.
# - epsilon: Flax's default is 1e-05; here it is 1e-5.
# - : Flax computes the variance as E[x²] − E[x]² by default; use_fast_variance=False takes it in two passes, as TensorFlow and this page do. The text is for flax.linen; flax.nnx.BatchNorm has the same arguments but keeps its state itself.
# - moving_mean_initializer: Flax has no such argument: the text sets the values after construction.
# - beta_regularizer: Flax has no regularizers: the text computes the penalty, for you to add to the loss.
# - beta_constraint: Flax has no constraints: the text applies this one, for you to run after each optimizer step.
