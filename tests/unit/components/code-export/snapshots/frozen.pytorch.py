import torch
from torch import nn

bn = nn.BatchNorm1d(2, eps=0.001, momentum=1 - 0.99)

x = torch.randn((4, 2), dtype=torch.float16)  # your batch here

bn.requires_grad_(False)  # trainable=False
bn.momentum = 0.0  # the running statistics stay as they are
bn.train()  # still normalizes with the batch's own statistics
y = bn(x.float()).half()
bn.eval()  # normalizes with the running statistics
y = bn(x.float()).half()

# Notes
# - momentum: PyTorch's momentum is the weight of the new value, TensorFlow's that of the old one: momentum=0.99 here is 1 - 0.99 there, and PyTorch's default of 0.1 is 0.9 here.
# - epsilon: It is called eps, and PyTorch's default is 1e-05; here it is 0.001.
# - : PyTorch moves running_var towards the unbiased variance, m/(m − 1) = 4/3 of the biased one that the moving variance follows here. Training outputs are the same, running_var and outputs in inference mode are not.
# - dtype: The module stays in float32 and the outputs become float16, which is what this page does; a module of dtype=torch.float16 would keep its statistics in float16 too.
# - trainable: requires_grad_(False) freezes γ and β only. In the version shown trainable=False also holds the moving statistics, hence momentum = 0.0.
# - fused: PyTorch chooses its implementation by itself: it is left out.
