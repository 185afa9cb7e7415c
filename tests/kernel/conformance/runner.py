"""Runs the checks against one kernel."""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass
from typing import Callable, List, Optional

from cell import NotOffered
from check import Check, Failed
from session import Session, TimeLimit


@dataclass(frozen=True)
class Outcome:
    """How a check went; `why` is empty when it passed."""

    name: str
    why: str
    seconds: float

    @property
    def passed(self) -> bool:
        return not self.why


class Runner:
    """Keeps one kernel for all checks; one that failed a check is replaced, for it may be in any state."""

    def __init__(self, kernelspec: str) -> None:
        self.kernelspec = kernelspec
        self.folder = tempfile.mkdtemp(prefix='conformance-')
        self.session: Optional[Session] = None

    def run(self, checks: List[Check], report: Callable[[Outcome], None]) -> List[Outcome]:
        """Runs the checks in order and reports each."""
        outcomes = []
        try:
            for one in checks:
                outcomes.append(self._outcome(one))
                report(outcomes[-1])
        finally:
            self._drop()
            shutil.rmtree(self.folder, ignore_errors=True)
        return outcomes

    def _outcome(self, one: Check) -> Outcome:
        if one.fresh:
            self._drop()
        try:
            self.session = self.session or Session(self.kernelspec, self.folder)
        except Exception as error:
            return Outcome(one.name, f'the kernel did not start: {error}', 0)
        start = time.monotonic()
        self.session.log.clear()
        self.session.deadline = start + one.seconds
        why = _why(one, self.session)
        if why or one.fresh:
            self._drop()
        return Outcome(one.name, why, time.monotonic() - start)

    def _drop(self) -> None:
        if self.session:
            self.session.stop()
        self.session = None


def _why(one: Check, session: Session) -> str:
    try:
        one.run(session)
    except (Failed, NotOffered) as error:
        return str(error)
    except TimeLimit as error:
        return f'{error}, {one.seconds:g} s'
    except Exception as error:  # a kernel may answer anything; whatever trips the check is its failure
        return f'{type(error).__name__}: {error}'
    return ''
