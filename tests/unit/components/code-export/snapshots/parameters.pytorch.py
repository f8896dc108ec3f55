import torch
from torch import nn

bn = nn.BatchNorm1d(2, eps=1e-5, momentum=1 - 0.9)
bn.weight.requires_grad_(False)  # scale=False: stays 1

nn.init.normal_(bn.bias, 0, 0.2)
nn.init.constant_(bn.running_mean, 2)

x = torch.randn((4, 2), dtype=torch.float32)  # your batch here

bn.train()  # normalizes with the batch's own
y = bn(x)
bn.eval()  # normalizes with the running statistics
y = bn(x)

# To be added to the loss:
penalty = 0.01 * bn.bias.abs().sum() + 0.02 * bn.bias.square().sum()

with torch.no_grad():  # after each optimizer step
    w = bn.bias
    norm = (w**2).sum() ** 0.5
    w = w * norm.clamp(0, 3) / (1e-7 + norm)
    bn.bias.copy_(w)

# Notes
# - optimizer, learning_rate: In the run β learns by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - beta_initializer: The law is the same, but every framework draws with a generator of its own: the same seed gives other numbers than on this page.
# - momentum: PyTorch's momentum is the weight of the new value, TensorFlow's that of the old one: momentum=0.9 here is 1 - 0.9 there, and PyTorch's default of 0.1 is 0.9 here.
# - epsilon: It is called eps, and PyTorch's default is 1e-05; here it is 1e-5.
# - : PyTorch moves running_var towards the unbiased variance, m/(m − 1) = 4/3 of the biased one that the moving variance follows here. Training outputs are the same, running_var and outputs in inference mode are not.
# - scale: PyTorch has both γ and β or none (affine): scale=False becomes a parameter that stays as it is.
# - beta_initializer: PyTorch has no such argument: the text sets the values after construction.
# - moving_mean_initializer: PyTorch has no such argument: the text sets the values after construction.
# - beta_regularizer: PyTorch has no regularizers: the text computes the penalty, for you to add to the loss.
# - beta_constraint: PyTorch has no constraints: the text applies this one, for you to run after each optimizer step.
