"""A recurrent language model: embedding, one recurrent layer, linear output."""

import torch
from torch import nn
from torch.nn import functional as F

from layers import embedding, linear, recurrent
from training import training


class LanguageModel(nn.Module):
    def __init__(self, layer, weights, path):
        super().__init__()
        self.tokens = embedding(weights, "tokens")
        self.recurrent = recurrent(layer, weights, path)
        self.output = linear(weights, "output")

    def forward(self, ids, targets):
        # Time first: the layer's own order, so that nothing large is transposed.
        states, _ = self.recurrent(self.tokens(ids.T))
        return F.cross_entropy(self.output(states).flatten(0, 1), targets.T.flatten())


def language_model(layer, path, config, variant, weights, batches):
    """Training of a language model whose recurrent weights lie under `path`."""
    model = LanguageModel(layer, weights, path)
    optimizer = torch.optim.Adam(model.parameters(), lr=config["learningRate"], fused=True)
    return training(model, optimizer, variant, batches, clip_norm=1.0)
