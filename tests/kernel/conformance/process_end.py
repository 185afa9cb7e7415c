"""Expecting a kernel's process to end."""

from __future__ import annotations

import time

from check import expect
from session import Session


def process_ends(kernel: Session) -> None:
    """Fails unless the process is gone within five seconds."""
    end = time.monotonic() + 5
    while kernel.manager.is_alive():
        expect(time.monotonic() < end, 'the process lives on')
        time.sleep(0.05)
