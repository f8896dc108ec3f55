import jax
import jax.numpy as jnp
from flax import linen as nn

# Both calls use the same variables: they are calls of one layer.
layer = nn.BatchNorm(momentum=0.9, epsilon=0.001, use_fast_variance=False, name="bn")

x1 = jax.random.normal(jax.random.key(0), (4, 2), jnp.float32)  # your batch here
x2 = jax.random.normal(jax.random.key(1), (4, 2), jnp.float32)  # your batch here

variables = layer.init(jax.random.key(2), x1, use_running_average=False)

# Training: the batch's own statistics, which the running ones follow.
y1, moved = layer.apply(
    variables,
    x1,
    use_running_average=False,
    mutable=["batch_stats"],
)
variables = {**variables, **moved}
y2, moved = layer.apply(
    variables,
    x2,
    use_running_average=False,
    mutable=["batch_stats"],
)
variables = {**variables, **moved}
# Inference: the running statistics.
y1 = layer.apply(variables, x1, use_running_average=True)
y2 = layer.apply(variables, x2, use_running_average=True)

# Notes
# - name, reuse: Variables are looked up by name in TensorFlow 1 only. Elsewhere two calls share what the program gives to both: one layer object or, in Flax, one set of variables.
# - training: Each call in training mode moves the moving statistics of its layer. In the figure a step runs the updates of the first call alone; with updates_of=both it runs those of both, as here.
# - : The figure trains on the loss of the first call alone. The text holds the layer and no training.
# - momentum: Flax's momentum is the weight of the old value, as here, and its default is 0.99 too.
# - epsilon: Flax's default is 1e-05; here it is 0.001.
# - : Flax computes the variance as E[x²] − E[x]² by default; use_fast_variance=False takes it in two passes, as TensorFlow and this page do. The text is for flax.linen; flax.nnx.BatchNorm has the same arguments but keeps its state itself.
