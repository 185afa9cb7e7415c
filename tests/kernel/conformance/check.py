"""Checks: how they are declared, and how they fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, List

if TYPE_CHECKING:
    from session import Session


class Failed(Exception):
    """What a kernel did instead of what was expected."""


@dataclass(frozen=True)
class Check:
    """One expectation of a kernel; `fresh` when it ends the kernel or needs a new one."""

    name: str
    run: Callable[['Session'], None]
    seconds: float
    fresh: bool


checks: List[Check] = []


def check(name: str, seconds: float = 10, fresh: bool = False) -> Callable[..., Any]:
    """Declares a check, which fails when it raises or takes more than `seconds`."""

    def declare(run: Callable[['Session'], None]) -> Callable[['Session'], None]:
        checks.append(Check(name, run, seconds, fresh))
        return run

    return declare


def expect(condition: bool, otherwise: str) -> None:
    """Fails with `otherwise` unless the condition holds."""
    if not condition:
        raise Failed(otherwise)


def equal(what: str, got: object, expected: object) -> None:
    """Fails unless both are the same."""
    expect(got == expected, f'{what}: expected {_short(expected)}, got {_short(got)}')


def contains(what: str, text: object, part: str) -> None:
    """Fails unless `part` is in the text."""
    expect(part in str(text), f'{what}: expected something with {_short(part)}, got {_short(text)}')


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 160 else f'{text[:120]} … {text[-30:]} ({len(text)} characters)'
