"""Tensors out of a safetensors file: the header's length, the header as JSON, the numbers."""

import json
import struct

import numpy
import torch

TYPES = {"F32": numpy.float32, "I32": numpy.int32, "U8": numpy.uint8}


def read_safetensors(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        numbers = file.read()
    header.pop("__metadata__", None)
    return {name: tensor(entry, numbers) for name, entry in header.items()}


def tensor(entry, numbers):
    begin, end = entry["data_offsets"]
    values = numpy.frombuffer(numbers[begin:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
    found = torch.from_numpy(values.copy())
    return found.long() if found.dtype == torch.int32 else found  # PyTorch counts classes and rows in 64 bits
