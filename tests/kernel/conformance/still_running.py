"""Expecting a cell not to have ended yet."""

from __future__ import annotations

from check import equal
from session import Session


def still_running(kernel: Session, sent: str) -> None:
    """Fails if the cell has ended; otherwise waits for its end."""
    kernel.listen(0)
    ended = [one for one in kernel.log if one.parent == sent and one.type == 'execute_reply']
    equal('ended before the answer came', bool(ended), False)
    kernel.wait(sent)
