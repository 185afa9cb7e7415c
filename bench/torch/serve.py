"""PyTorch's side as a process: a line of JSON in, a line of JSON out, until the input ends."""

import importlib
import importlib.metadata
import importlib.util
import json
import os
import platform
import sys
import time
import traceback

import torch

from peak import peak
from stored import read_safetensors

FEWEST_CALLS = 2  # of a time slice, however long one takes
running = {}


def answer(request):
    kind = request["do"]
    if kind == "hello":
        return hello()
    if kind == "peak":
        return peak(request["size"], request["times"])
    if kind == "start":
        return start(request)
    if kind == "time":
        return timed(running[request["key"]], request["seconds"])
    if kind == "end":
        del running[request["key"]]
        return None
    raise ValueError(f"expected hello, peak, start, time or end, got {kind}")


def hello():
    versions = {"Python": platform.python_version(), "PyTorch": torch.__version__}
    if importlib.util.find_spec("gensim") is None:
        return {"versions": versions, "modules": []}
    versions["gensim"] = importlib.metadata.version("gensim")
    return {"versions": versions, "modules": ["gensim"]}


def start(request):
    weights, batches = (
        read_safetensors(os.path.join(request["folder"], f"{name}.safetensors")) for name in ("weights", "batches")
    )
    work = importlib.import_module(request["work"])
    advance = work.run(request["config"], request["variant"], weights, batches)
    begun = time.perf_counter()
    losses = []
    while len(losses) < request["steps"]:
        losses.extend(advance())
    seconds = time.perf_counter() - begun
    running[request["key"]] = advance
    return {"losses": losses[: request["steps"]], "seconds": seconds}


def timed(advance, seconds):
    milliseconds = []
    processor = time.process_time()
    begun = now = time.perf_counter()
    while now - begun < seconds or len(milliseconds) < FEWEST_CALLS:
        steps = len(advance())
        then = time.perf_counter()
        milliseconds.append((then - now) * 1000 / steps)
        now = then
    return {"milliseconds": milliseconds, "cpuSeconds": time.process_time() - processor}


def main():
    # What libraries print goes to the errors, so that the answers stay alone on the output.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    threads = int(os.environ["OMP_NUM_THREADS"])
    torch.set_num_threads(threads)
    torch.set_num_interop_threads(threads)
    torch.set_flush_denormal(True)  # as TensorFlow does
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = {"value": answer(request)}
        except Exception:
            reply = {"error": traceback.format_exc()}
        answers.write(json.dumps({"id": request["id"], **reply}) + "\n")
        answers.flush()


main()
