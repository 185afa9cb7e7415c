"""The memory that a kernel's processes hold."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Dict, List


@dataclass(frozen=True)
class Memory:
    """Megabytes: `resident` counts all pages, `private` those that no other process shares just now,
    `anonymous` those that are no part of a file: what the kernel itself allocated."""

    resident: float
    private: float
    anonymous: float


def memory(pid: int) -> Memory:
    """Of a process and its children, as Linux tells it; NaN elsewhere."""
    if not os.path.isdir('/proc/self'):
        return Memory(float('nan'), float('nan'), float('nan'))
    every = [_rollup(one) for one in _family(pid)]

    def megabytes(*kinds: str) -> float:
        return sum(one.get(kind, 0) for one in every for kind in kinds) / 1000

    return Memory(megabytes('Rss'), megabytes('Private_Clean', 'Private_Dirty'), megabytes('Anonymous'))


def _family(pid: int) -> List[int]:
    """A process and everything that it started."""
    children: Dict[int, List[int]] = {}
    for name in filter(str.isdigit, os.listdir('/proc')):
        try:
            with open(f'/proc/{name}/stat', encoding='utf-8') as file:
                parent = int(file.read().rpartition(')')[2].split()[1])
        except OSError:
            continue  # it ended meanwhile
        children.setdefault(parent, []).append(int(name))
    family = [pid]
    for one in family:
        family.extend(children.get(one, []))
    return family


def _rollup(pid: int) -> Dict[str, float]:
    """The kilobytes of a process by kind."""
    try:
        with open(f'/proc/{pid}/smaps_rollup', encoding='utf-8') as file:
            lines = [line.split() for line in file if line.rstrip().endswith('kB')]
    except OSError:
        return {}
    return {parts[0].rstrip(':'): float(parts[1]) for parts in lines}
