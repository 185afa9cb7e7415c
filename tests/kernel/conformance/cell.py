"""One program, written in the language of every kernel that is asked to run it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Union


class NotOffered(Exception):
    """The kernel has no way to say what the cell says."""


@dataclass(frozen=True)
class Cell:
    """The same program for all kernels; a kernel's own dialect, where given, goes before its language."""

    typescript: Optional[str] = None
    python: Optional[str] = None
    lineage: Optional[str] = None
    tslab: Optional[str] = None
    deno: Optional[str] = None

    def source(self, dialect: str, language: str) -> str:
        """The program as a kernel takes it; raises NotOffered if the kernel has no words for it."""
        own = getattr(self, dialect, None)
        found = own if own is not None else getattr(self, language, None)
        if found is None:
            raise NotOffered(f'{dialect} offers no way to do this')
        return found


Source = Union[str, Cell]
