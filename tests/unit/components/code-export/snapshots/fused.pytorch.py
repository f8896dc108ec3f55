import torch
from torch import nn

bn = nn.BatchNorm1d(3, eps=0.001, momentum=1 - 0.9)


def normalized(x):
    """The normalized axes become the columns of a matrix."""
    columns = x.reshape(-1, 3)
    return bn(columns).reshape((2, 2, 2, 3))


x = torch.randn((2, 2, 2, 3), dtype=torch.float32)  # your batch here

bn.train()  # normalizes with the batch's own
y = normalized(x)
bn.eval()  # normalizes with the running statistics
y = normalized(x)

# Notes
# - momentum: PyTorch's momentum is the weight of the new value, TensorFlow's that of the old one: momentum=0.9 here is 1 - 0.9 there, and PyTorch's default of 0.1 is 0.9 here.
# - epsilon: It is called eps, and PyTorch's default is 1e-05; here it is 0.001.
# - axis: PyTorch's modules normalize dimension 1. The text flattens axis 3 into the columns of a matrix and restores the shape.
