import torch
from torch import nn

bn = nn.BatchNorm1d(2, eps=0.001, momentum=1 - 0.99)

x = torch.randn((4, 2), dtype=torch.float32)  # your batch here

bn.requires_grad_(False)  # trainable=False
bn.momentum = 0.0  # the running statistics stay as they are
bn.train()  # still normalizes with the batch's own statistics
y = bn(x)
bn.eval()  # normalizes with the running statistics
y = bn(x)

# Notes
# - optimizer, learning_rate: In the run γ and β learn, up to step 1, by SGD with a learning rate of 0.05 on half the mean square of the outputs. The text holds the layer and no training.
# - frozen_from: The run freezes the layer from step 2 on. Step 3 is frozen, so the text has trainable=False. To follow the run, build it to train, take one step, then call bn.requires_grad_(False), and set bn.momentum = 0.0.
# - momentum: PyTorch's momentum is the weight of the new value, TensorFlow's that of the old one: momentum=0.99 here is 1 - 0.99 there, and PyTorch's default of 0.1 is 0.9 here.
# - epsilon: It is called eps, and PyTorch's default is 1e-05; here it is 0.001.
# - : PyTorch moves running_var towards the unbiased variance, m/(m − 1) = 4/3 of the biased one that the moving variance follows here. Training outputs are the same, running_var and outputs in inference mode are not.
# - trainable: requires_grad_(False) freezes γ and β only. In the version shown trainable=False also holds the moving statistics, hence momentum = 0.0.
