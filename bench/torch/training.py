"""The training step of every model here: loss, gradients, clipping, update, the loss out as a number."""

import itertools

import torch


def training(model, optimizer, variant, batches, clip_norm=None):
    """A function that goes on by one step and returns its loss in a list; `model(x, y)` is the loss."""
    loss_of = torch.compile(model) if variant == "compile" else model
    endless = itertools.cycle(list(zip(batches["x"], batches["y"])))

    def advance():
        x, y = next(endless)
        loss = loss_of(x, y)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        if clip_norm is not None:
            torch.nn.utils.clip_grad_norm_(model.parameters(), clip_norm)
        optimizer.step()
        return [loss.item()]

    return advance
