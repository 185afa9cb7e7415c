"""Completion, inspection, and whether a cell is complete."""

from cell import Cell
from check import check, contains, equal, expect
from programs import busy
from session import Session
from still_running import still_running


def define(kernel: Session) -> None:
    """Defines something to ask about."""
    kernel.execute(
        Cell(
            'const completionTarget = { lengthwise: 1 };\n/** Doubles a number. */\n'
            'function twofold(n: number): number { return 2 * n; }',
            'class Target: lengthwise = 1\ncompletionTarget = Target()\n'
            'def twofold(n):\n  "Doubles a number."\n  return 2 * n',
        )
    )


def completed(kernel: Session, code: str) -> list:
    """The code with each match in its place, completed at its end."""
    reply = kernel.ask('complete_request', {'code': code, 'cursor_pos': len(code)})
    equal('status', reply['status'], 'ok')
    return [code[: reply['cursor_start']] + one + code[reply['cursor_end'] :] for one in reply['matches']]


def completes(kernel: Session, before: str, whole: str) -> None:
    """Expects `whole` among the completions."""
    found = completed(kernel, before)
    expect(whole in found, f'{before!r}: expected {whole!r}, got {found[:5]}')


@check('complete: the names of earlier cells')
def names(kernel: Session) -> None:
    define(kernel)
    completes(kernel, '1 + completionTar', '1 + completionTarget')


@check('complete: members')
def members(kernel: Session) -> None:
    define(kernel)
    completes(kernel, 'completionTarget.len', 'completionTarget.lengthwise')


@check('complete: positions count characters, also after emoji')
def after_emoji(kernel: Session) -> None:
    define(kernel)
    completes(kernel, "'😀😀'; completionTarget.len", "'😀😀'; completionTarget.lengthwise")


@check('complete: while a cell computes')
def while_busy(kernel: Session) -> None:
    define(kernel)
    sent = kernel.begin(busy(1.5))
    completes(kernel, 'completionTarget.len', 'completionTarget.lengthwise')
    still_running(kernel, sent)


def inspected(kernel: Session, code: str, cursor: int) -> dict:
    """What a client shows on Shift+Tab."""
    request = {'code': code, 'cursor_pos': cursor, 'detail_level': 0}
    return kernel.ask('inspect_request', request)


@check('inspect: shows the documentation of a function')
def documentation(kernel: Session) -> None:
    define(kernel)
    reply = inspected(kernel, 'twofold(4)', 4)
    equal('found', reply['found'], True)
    contains('text', reply['data'].get('text/plain'), 'Doubles a number')


@check('inspect: positions count characters, also after emoji')
def inspect_after_emoji(kernel: Session) -> None:
    define(kernel)
    reply = inspected(kernel, "'😀😀😀😀😀😀😀😀'; twofold", 15)
    contains('text', reply['data'].get('text/plain'), 'Doubles a number')


@check('inspect: of an unknown name, found is false')
def unknown(kernel: Session) -> None:
    reply = inspected(kernel, 'nowhereDefined', 5)
    equal('found', (reply['status'], reply.get('found')), ('ok', False))


@check('inspect: while a cell computes')
def inspect_while_busy(kernel: Session) -> None:
    define(kernel)
    sent = kernel.begin(busy(1.5))
    contains('text', inspected(kernel, 'twofold', 3)['data'].get('text/plain'), 'Doubles a number')
    still_running(kernel, sent)


def completeness(kernel: Session, cell: object) -> dict:
    """What the kernel says of an input."""
    return kernel.ask('is_complete_request', {'code': kernel.source(cell)})


@check('is_complete: complete, incomplete with an indent, invalid')
def is_complete(kernel: Session) -> None:
    equal('1 + 1', completeness(kernel, '1 + 1')['status'], 'complete')
    opened = completeness(kernel, Cell('for (const n of [1, 2]) {', 'for n in [1, 2]:'))
    equal('an open loop', opened['status'], 'incomplete')
    expect(isinstance(opened.get('indent'), str), f'indent is missing: {opened}')
    equal('a wrong line', completeness(kernel, Cell('const = ) 3;', 'x = ) 3'))['status'], 'invalid')
