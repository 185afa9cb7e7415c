"""PyTorch's layers with our weights in them."""

import torch
from torch import nn


def linear(weights, path):
    """Ours is [in, out], PyTorch's [out, in]; without a bias where ours has none."""
    weight = weights[f"{path}.weight"]
    bias = weights.get(f"{path}.bias")
    layer = nn.Linear(*weight.shape, bias=bias is not None)
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        if bias is not None:
            layer.bias.copy_(bias)
    return layer


def embedding(weights, path):
    """A table `[count, size]`, the same on both sides."""
    return nn.Embedding.from_pretrained(weights[f"{path}.weight"].clone(), freeze=False)


def layer_norm(weights, path):
    """The same on both sides; without a bias where ours has none."""
    weight = weights[f"{path}.weight"]
    bias = weights.get(f"{path}.bias")
    layer = nn.LayerNorm(weight.shape[0], bias=bias is not None)
    with torch.no_grad():
        layer.weight.copy_(weight)
        if bias is not None:
            layer.bias.copy_(bias)
    return layer
