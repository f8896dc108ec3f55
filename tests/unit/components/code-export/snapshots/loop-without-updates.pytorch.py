import torch
from torch import nn

bn = nn.BatchNorm1d(2, eps=0.001, momentum=1 - 0.99)

x = torch.randn((4, 2), dtype=torch.float32)  # your batch here

bn.train()  # normalizes with the batch's own
y = bn(x)
bn.eval()  # normalizes with the running statistics
y = bn(x)

# Notes
# - training: A module moves its running statistics itself, in every forward pass after train(). There is no UPDATE_OPS to forget, so the text does not have the fault that the figure shows.
# - : The loop trains γ and β by gradient descent with a learning rate of 0.05 on the mean squared error. The text holds the layer and no training; that of TensorFlow 1 holds the loop.
# - momentum: PyTorch's momentum is the weight of the new value, TensorFlow's that of the old one: momentum=0.99 here is 1 - 0.99 there, and PyTorch's default of 0.1 is 0.9 here.
# - epsilon: It is called eps, and PyTorch's default is 1e-05; here it is 0.001.
# - : PyTorch moves running_var towards the unbiased variance, m/(m − 1) = 4/3 of the biased one that the moving variance follows here. Training outputs are the same, running_var and outputs in inference mode are not.
