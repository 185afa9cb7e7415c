"""Programs that many checks run."""

from __future__ import annotations

from cell import Cell


def say(text: str) -> Cell:
    """Prints a line."""
    return Cell(f'console.log({text!r});', f'print({text!r})')


def throw(message: str) -> Cell:
    """Throws an error."""
    return Cell(f'throw new Error({message!r});', f'raise Exception({message!r})')


def busy(seconds: float) -> Cell:
    """Computes without a pause, then prints `done`."""
    return Cell(
        f"{{ const end = Date.now() + {seconds * 1000}; while (Date.now() < end); }}\nconsole.log('done');",
        f"import time\nend = time.time() + {seconds}\nwhile time.time() < end: pass\nprint('done')",
    )


def sleep(seconds: float) -> Cell:
    """Awaits, then prints `done`."""
    return Cell(
        f"await new Promise((resolve) => setTimeout(resolve, {seconds * 1000}));\nconsole.log('done');",
        f"import asyncio\nawait asyncio.sleep({seconds})\nprint('done')",
    )


def lower(lines: int, cell: Cell) -> Cell:
    """The same cell, so many lines further down."""
    return Cell('0;\n' * lines + (cell.typescript or ''), '0\n' * lines + (cell.python or ''))


endless = Cell('let turns = 0;\nwhile (true) turns++;', 'turns = 0\nwhile True: turns += 1')
