"""Measures kernels side by side.

    python tests/kernel/conformance/speed.py [kernelspec …] [--starts 3]

starts each kernel in turn, several times over, and prints a table of medians and the machine's load.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from typing import Dict, List

from measurement import measure
from table import table


def main() -> int:
    parser = argparse.ArgumentParser(prog='speed')
    parser.add_argument('kernels', nargs='*', default=['lineage'], help='names of kernelspecs')
    parser.add_argument('--starts', type=int, default=3, help='how often each kernel is started')
    options = parser.parse_args()
    runs: Dict[str, List[Dict[str, float]]] = {kernel: [] for kernel in options.kernels}
    print(f'load at the beginning: {load()}', flush=True)
    for _ in range(options.starts):
        for kernel in options.kernels:
            with tempfile.TemporaryDirectory(prefix='speed-') as folder:
                runs[kernel].append(measure(kernel, folder))
    print(f'load at the end: {load()}\n')
    names = list(dict.fromkeys(name for each in runs.values() for name in each[0]))
    rows = [[name, *(median(each, name) for each in runs.values())] for name in names]
    print(table([f'median of {options.starts} starts', *runs], rows))
    return 0


def median(runs: List[Dict[str, float]], name: str) -> str:
    """The middle one of a figure's values, or a dash where a kernel has no such figure."""
    if name not in runs[0]:
        return '–'
    value = statistics.median(one[name] for one in runs)
    return f'{value:.2f}' if value < 10 else f'{value:.0f}'


def load() -> str:
    """The machine's load over one, five and fifteen minutes."""
    return ' '.join(f'{one:.2f}' for one in os.getloadavg()) if hasattr(os, 'getloadavg') else 'unknown'


if __name__ == '__main__':
    sys.exit(main())
