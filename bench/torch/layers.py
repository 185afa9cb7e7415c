"""PyTorch's layers with our weights in them."""

import torch
from torch import nn

# What PyTorch's recurrent layers call their parameters, and what ours do.
RECURRENT = {
    "weight_ih": "inputWeight",
    "weight_hh": "hiddenWeight",
    "bias_ih": "inputBias",
    "bias_hh": "hiddenBias",
}


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


def recurrent(layer, weights, path):
    """A layer of nn.LSTM or nn.GRU that reads time first; in both directions where ours does. The same on both sides."""
    ways = {"": f"{path}.layers.0.ahead"}
    if f"{path}.layers.0.backwards.inputWeight" in weights:
        ways["_reverse"] = f"{path}.layers.0.backwards"
    hidden, inputs = weights[f"{ways['']}.hiddenWeight"].shape[1], weights[f"{ways['']}.inputWeight"].shape[1]
    result = layer(inputs, hidden, bidirectional=len(ways) == 2)
    with torch.no_grad():
        for ending, way in ways.items():
            for theirs, ours in RECURRENT.items():
                getattr(result, f"{theirs}_l0{ending}").copy_(weights[f"{way}.{ours}"])
    return result


def gru_cell(weights, path):
    """One step of a GRU, the same on both sides."""
    rows, inputs = weights[f"{path}.inputWeight"].shape
    cell = nn.GRUCell(inputs, rows // 3)
    with torch.no_grad():
        for theirs, ours in RECURRENT.items():
            getattr(cell, theirs).copy_(weights[f"{path}.{ours}"])
    return cell
