"""What is measured of a kernel, in a start of its own."""

from __future__ import annotations

import statistics
import time
from typing import Dict, Tuple

from answer import Answer
from cell import Cell, Source
from memory import memory
from session import Session, is_idle

LINES = 10_000
#: How long, in seconds, the kernel is left alone before the library is imported: a reader reads first.
WARM = 4.0
#: How long, in seconds, to wait for further messages from a kernel that loses some, even the last one.
QUIET = 5.0

lines = Cell(
    f"for (let i = 0; i < {LINES}; i++) console.log('line ' + i);",
    f"for i in range({LINES}): print('line', i)",
)
#: What a lesson's first cell does; other kernels have no such library.
library = Cell(lineage="import { Mlp, Rng, ready, show } from 'lineage';\nconst backend = await ready();")
model = Cell(
    lineage="const mlp = new Mlp({ layers: [784, 32, 10], activation: 'relu' }, new Rng(1));\n"
    'mlp.layers.length'
)


def measure(kernelspec: str, folder: str) -> Dict[str, float]:
    """Starts the kernel and takes every figure once; a figure that it cannot have is missing."""
    start = time.perf_counter()
    session = Session(kernelspec, folder)
    pid = session.manager.provisioner.pid
    figures: Dict[str, float] = {}
    try:
        figures['answers after (s)'] = session.ready - start
        _weigh(figures, 'at the start', pid)
        figures['first cell (ms)'] = _timed(session, '1 + 1')[0] * 1e3
        figures['first result after (s)'] = time.perf_counter() - start
        _weigh(figures, 'after a cell', pid)
        time.sleep(WARM)
        trivial = [_timed(session, '1 + 1')[0] * 1e3 for _ in range(60)]
        figures['trivial cell, median of 60 (ms)'] = statistics.median(trivial)
        figures['trivial cell, slowest of 60 (ms)'] = max(trivial)
        if session.dialect == 'lineage':
            figures['first import of the library (ms)'] = _timed(session, library)[0] * 1e3
            _timed(session, model)
            _weigh(figures, 'with tfjs and the library', pid)
        figures['10,000 lines (ms)'], figures['lines that arrived'] = _printed(session)
        return figures
    finally:
        session.stop()


def _weigh(figures: Dict[str, float], when: str, pid: int) -> None:
    """Adds the memory at a moment."""
    now = memory(pid)
    figures[f'memory {when}, resident (MB)'] = now.resident
    figures[f'memory {when}, private (MB)'] = now.private
    figures[f'memory {when}, anonymous (MB)'] = now.anonymous


def _printed(session: Session) -> Tuple[float, float]:
    """Milliseconds until the last message about 10,000 printed lines, and how many lines came."""
    session.log.clear()
    start = time.monotonic()
    sent = session.send(lines)
    last = start
    while time.monotonic() < last + QUIET and not any(is_idle(one, sent) for one in session.log):
        session.listen(0.01)
        last = session.log[-1].at if session.log else last
    texts = (one.content['text'] for one in session.log if one.type == 'stream')
    return (last - start) * 1e3, sum(text.count('\n') for text in texts)


def _timed(session: Session, cell: Source) -> Tuple[float, Answer]:
    """Seconds from sending a cell to its idle; a cell that fails is no measurement."""
    session.deadline = time.monotonic() + 60
    session.log.clear()
    start = time.perf_counter()
    answer = session.execute(cell)
    seconds = time.perf_counter() - start
    if answer.status != 'ok':
        raise RuntimeError(f'{session.dialect}: expected a cell to succeed, got {answer.reply.get("evalue")}')
    return seconds, answer
