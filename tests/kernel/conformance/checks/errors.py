"""Errors: said as errors, with name, words and place."""

from answer import Answer
from cell import Cell
from check import check, contains, equal, expect
from programs import lower, say, throw
from session import Session
from traceback_line import names_line


def failure(kernel: Session, cell: Cell) -> Answer:
    """Runs a cell that must fail, and whose failure must be told as the protocol wants it."""
    answer = kernel.execute(cell)
    equal('status', answer.status, 'error')
    errors = answer.of('error')
    equal('number of error messages', len(errors), 1)
    for key in ('ename', 'evalue', 'traceback'):
        equal(f'{key} in the reply', answer.reply.get(key), errors[0][key])
    expect(bool(errors[0]['ename']), 'ename is empty')
    return answer


@check('error: ename, evalue and traceback, the same in message and reply')
def thrown(kernel: Session) -> None:
    answer = failure(kernel, Cell("throw new RangeError('too far');", "raise ValueError('too far')"))
    equal('ename', answer.reply['ename'], 'ValueError' if kernel.language == 'python' else 'RangeError')
    contains('evalue', answer.reply['evalue'], 'too far')
    expect(bool(answer.trace), 'the traceback is empty')


@check('error: comes as an error, not as text on stderr')
def not_stderr(kernel: Session) -> None:
    answer = failure(kernel, throw('told once'))
    equal('stderr', answer.stream('stderr'), '')


@check('error: the traceback names the line')
def line(kernel: Session) -> None:
    answer = failure(kernel, lower(6, throw('seventh')))
    expect(names_line(answer.trace, 7), f'line 7 is not named: {answer.trace}')


@check('error: in a function of an earlier cell, the traceback names both lines')
def two_cells(kernel: Session) -> None:
    kernel.execute(
        Cell(
            "0;\nfunction faulty(): never {\n\n\n\n  throw new Error('inside');\n}",
            "0\ndef faulty():\n\n\n\n  raise Exception('inside')",
        )
    )
    answer = failure(kernel, '0;\n' * 8 + 'faulty()')
    for number in (6, 9):
        expect(names_line(answer.trace, number), f'line {number} is not named: {answer.trace}')


@check('error: bad syntax names the line, and nothing runs')
def syntax(kernel: Session) -> None:
    answer = failure(
        kernel,
        Cell(
            "console.log('ran');\n\nconst = 3;\nconsole.log('ran');", "print('ran')\n\nx = = 3\nprint('ran')"
        ),
    )
    equal('printed', answer.stream(), '')
    expect(names_line(answer.trace + answer.reply['evalue'], 3), f'line 3 is not named: {answer.trace}')


@check('error: an unknown name is told by name')
def unknown_name(kernel: Session) -> None:
    answer = failure(kernel, Cell('nowhereDefined + 1', 'nowhereDefined + 1'))
    contains('traceback', answer.trace + answer.reply['evalue'], 'nowhereDefined')


@check('error: what is thrown need not be an error')
def not_an_error(kernel: Session) -> None:
    for value in ("'plain text'", '42', 'null', '{ a: 1 }', 'undefined'):
        failure(
            kernel,
            Cell(f'throw {value};', f'null = undefined = a = None\nraise {value}'.replace('a: 1', "'a': 1")),
        )
    equal('next', kernel.execute(say('next')).stream(), 'next\n')


@check('error: an awaited promise that is rejected')
def rejected(kernel: Session) -> None:
    answer = failure(
        kernel,
        Cell(
            "async function refuse() { await null; throw new Error('refused'); }\n\nawait refuse();",
            "async def nothing(): pass\nasync def refuse(): await nothing(); raise Exception('refused')\n"
            'await refuse()',
        ),
    )
    contains('evalue', answer.reply['evalue'], 'refused')
    expect(names_line(answer.trace, 3), f'line 3 is not named: {answer.trace}')


@check('error: a rejection that nobody awaits is told, and ends nothing', seconds=5)
def unhandled(kernel: Session) -> None:
    kernel.execute(
        Cell(
            "void new Promise((_, reject) => setTimeout(() => reject(new Error('nobody waits')), 50));",
            "import asyncio, gc\nasync def refuse(): raise Exception('nobody waits')\n"
            'asyncio.ensure_future(refuse())\n'
            'asyncio.get_running_loop().call_later(0.1, gc.collect)',
        )
    )
    told(kernel, 'nobody waits')
    equal('next', kernel.execute(say('next')).stream(), 'next\n')


def told(kernel: Session, words: str) -> None:
    """Waits until the reader is told of an error, in whatever way."""
    kernel.until(words, lambda one: one.type in ('stream', 'error') and words in str(one.content))


@check('error: in a timer, after the cell has ended, is told and ends nothing', seconds=5)
def in_a_timer(kernel: Session) -> None:
    kernel.execute(
        Cell(
            "setTimeout(() => { throw new Error('too late'); }, 50);",
            "import asyncio\ndef late(): raise Exception('too late')\n"
            'asyncio.get_running_loop().call_later(0.05, late)',
        )
    )
    told(kernel, 'too late')
    equal('next', kernel.execute(say('next')).stream(), 'next\n')


@check('error: endless recursion ends in an error, and the next cell runs')
def recursion(kernel: Session) -> None:
    failure(
        kernel,
        Cell(
            'function deep(): number { return deep() + 1; }\ndeep()', 'def deep(): return deep() + 1\ndeep()'
        ),
    )
    equal('next', kernel.execute(say('next')).stream(), 'next\n')


@check('error: a traceback of 30 lines at most, also for a deep call')
def short(kernel: Session) -> None:
    answer = failure(
        kernel,
        Cell(
            "function down(n: number): void { if (n < 1) throw new Error('end'); down(n - 1); }\ndown(200);",
            "def down(n):\n  if n < 1: raise Exception('end')\n  down(n - 1)\ndown(200)",
        ),
    )
    lines = answer.trace.splitlines()
    expect(len(lines) <= 30, f'{len(lines)} lines')
