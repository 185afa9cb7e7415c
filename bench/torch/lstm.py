"""A character LSTM: PyTorch's own layer, whose kernels are oneDNN's."""

from torch import nn

from language_model import language_model


def run(*row):
    return language_model(nn.LSTM, "lstm", *row)
