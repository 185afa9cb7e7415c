"""A character GRU: PyTorch's own layer."""

from torch import nn

from language_model import language_model


def run(*row):
    return language_model(nn.GRU, "gru", *row)
