"""A GPT that writes token by token, always the likeliest, and remembers the keys and values of those before."""

import torch
from torch.nn import functional as F

from gpt import Gpt


def next_eager(model, token, position, keys, values):
    """The logits after one more token; attention looks at the filled part of the memory only."""
    x = model.tokens(token) + model.positions.weight[position]
    for block, k, v in zip(model.blocks, keys, values):
        query, k[:, position], v[:, position] = split(block, x)
        seen = slice(0, position + 1)
        mixed = F.scaled_dot_product_attention(query[None, :, None], k[None, :, seen], v[None, :, seen])
        x = after_attention(block, x, mixed)
    return F.linear(model.norm(x), model.tokens.weight)


def next_fixed(model, token, position, keys, values):
    """The same at fixed shapes, so that it is compiled once: the empty part of the memory is masked."""
    x = model.tokens(token) + model.positions.weight[position]
    mask = torch.arange(keys[0].shape[1]) <= position
    for block, k, v in zip(model.blocks, keys, values):
        query, key, value = split(block, x)
        k.index_copy_(1, position, key[:, None])
        v.index_copy_(1, position, value[:, None])
        mixed = F.scaled_dot_product_attention(query[None, :, None], k[None], v[None], attn_mask=mask[None, None, None])
        x = after_attention(block, x, mixed)
    return F.linear(model.norm(x), model.tokens.weight)


def split(block, x):
    """The token's query, key and value, each [heads, width]."""
    return block.qkv(block.norm1(x)).view(3, block.heads, -1)


def after_attention(block, x, mixed):
    x = x + block.out(mixed.reshape(x.shape))
    return x + block.contract(F.gelu(block.expand(block.norm2(x)), approximate="tanh"))


def run(config, variant, weights, batches):
    model = Gpt(weights, config).eval()
    context, heads = config["context"], config["heads"]
    shape = (heads, context, config["channels"] // heads)
    following = torch.compile(next_fixed) if variant == "compile" else next_eager

    def advance():
        with torch.no_grad():
            keys, values = ([torch.zeros(shape) for _ in model.blocks] for _ in range(2))
            token, written = torch.tensor([0]), []
            for place in range(context):
                position = torch.tensor([place]) if variant == "compile" else place
                token = following(model, token, position, keys, values).argmax(1)
                written.append(token.item() + 1)  # counted from 1, so that differences can be relative
        return written

    return advance
