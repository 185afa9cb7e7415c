"""A GPT: pre-norm blocks, GELU by tanh, the output shares the token embedding's table."""

import torch
from torch import nn
from torch.nn import functional as F

from layers import embedding, layer_norm, linear
from training import training


class Block(nn.Module):
    def __init__(self, weights, path, heads):
        super().__init__()
        self.heads = heads
        self.norm1 = layer_norm(weights, f"{path}.norm1")
        self.qkv = linear(weights, f"{path}.attention.qkv")
        self.out = linear(weights, f"{path}.attention.out")
        self.norm2 = layer_norm(weights, f"{path}.norm2")
        self.expand = linear(weights, f"{path}.feedForward.expand")
        self.contract = linear(weights, f"{path}.feedForward.contract")

    def forward(self, x):
        x = x + self.attend(self.norm1(x))
        return x + self.contract(F.gelu(self.expand(self.norm2(x)), approximate="tanh"))

    def attend(self, x):
        batch, time, channels = x.shape
        q, k, v = (
            part.view(batch, time, self.heads, channels // self.heads).transpose(1, 2)
            for part in self.qkv(x).split(channels, dim=2)
        )
        mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.out(mixed.transpose(1, 2).reshape(batch, time, channels))


class Gpt(nn.Module):
    def __init__(self, weights, config):
        super().__init__()
        self.tokens = embedding(weights, "tokens")
        self.positions = embedding(weights, "positions")
        self.blocks = nn.ModuleList(
            Block(weights, f"blocks.{layer}", config["heads"]) for layer in range(config["layers"])
        )
        self.norm = layer_norm(weights, "norm")

    def forward(self, ids, targets):
        x = self.tokens(ids) + self.positions.weight[: ids.shape[1]]
        for block in self.blocks:
            x = block(x)
        logits = F.linear(self.norm(x), self.tokens.weight)
        return F.cross_entropy(logits.flatten(0, 1), targets.flatten())


def run(config, variant, weights, batches):
    model = Gpt(weights, config)
    optimizer = torch.optim.AdamW(
        model.parameters(),
        lr=config["learningRate"],
        betas=(0.9, 0.99),
        weight_decay=config["weightDecay"],
        fused=True,
    )
    return training(model, optimizer, variant, batches, clip_norm=1.0)
