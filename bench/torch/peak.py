"""How fast the machine multiplies large matrices."""

import time

import torch


def peak(size, times):
    """Floating-point operations per second: the best of several products of two [size, size]."""
    a, b = torch.ones(size, size), torch.ones(size, size)
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        a @ b
        best = min(best, time.perf_counter() - begun)
    return 2 * size**3 / best
