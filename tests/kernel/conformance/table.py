"""Tables in Markdown."""

from __future__ import annotations

from typing import List, Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns of equal width, the first one to the left and the others to the right."""
    every: List[Sequence[str]] = [head, *rows]
    widths = [max(len(row[column]) for row in every) for column in range(len(head))]
    lines = [_line(row, widths) for row in every]
    rule = '|'.join(['-' * (widths[0] + 2), *('-' * (width + 1) + ':' for width in widths[1:])])
    return '\n'.join([lines[0], f'|{rule}|', *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        text.ljust(width) if column == 0 else text.rjust(width)
        for column, (text, width) in enumerate(zip(row, widths))
    )
    return '| ' + ' | '.join([first, *others]) + ' |'
