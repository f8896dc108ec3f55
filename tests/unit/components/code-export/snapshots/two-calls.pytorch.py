import torch
from torch import nn

# Both calls use the same variables: they are calls of one layer.
layer = nn.BatchNorm1d(2, eps=0.001, momentum=1 - 0.9)

x1 = torch.randn((4, 2), dtype=torch.float32)  # your batch here
x2 = torch.randn((4, 2), dtype=torch.float32)  # your batch here

layer.train()  # normalizes with the batch's own
y1 = layer(x1)
y2 = layer(x2)
layer.eval()  # normalizes with the running statistics
y1 = layer(x1)
y2 = layer(x2)

# Notes
# - name, reuse: Variables are looked up by name in TensorFlow 1 only. Elsewhere two calls share what the program gives to both: one layer object or, in Flax, one set of variables.
# - training: Each call in training mode moves the moving statistics of its layer. In the figure a step runs the updates of the first call alone; with updates_of=both it runs those of both, as here.
# - : The figure trains on the loss of the first call alone. The text holds the layer and no training.
# - momentum: PyTorch's momentum is the weight of the new value, TensorFlow's that of the old one: momentum=0.9 here is 1 - 0.9 there, and PyTorch's default of 0.1 is 0.9 here.
# - epsilon: It is called eps, and PyTorch's default is 1e-05; here it is 0.001.
# - : PyTorch moves running_var towards the unbiased variance, m/(m − 1) = 4/3 of the biased one that the moving variance follows here. Training outputs are the same, running_var and outputs in inference mode are not.
# - name: PyTorch's modules have no name: "bn" is what you call the attribute.
