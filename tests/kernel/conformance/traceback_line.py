"""Which lines a traceback names."""

from __future__ import annotations

import re


def names_line(trace: str, line: int) -> bool:
    """Whether a traceback names a line: as `:7`, `line 7`, `7 |` or by an arrow."""
    return re.search(rf':{line}\b|line {line}\b|-> {line}\b|\b{line} [|│]', trace) is not None
