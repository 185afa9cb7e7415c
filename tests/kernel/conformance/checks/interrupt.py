"""The stop button."""

import time

from answer import Answer
from cell import Cell, Source
from check import check, contains, equal, expect
from programs import endless, lower, say, sleep
from session import Session
from traceback_line import names_line


def interrupted(kernel: Session, cell: Source, within: float = 1.5) -> Answer:
    """Runs a cell, interrupts it, and expects it to end in an error soon."""
    return stopped(kernel, kernel.begin(cell), within)


def stopped(kernel: Session, sent: str, within: float = 1.5) -> Answer:
    """Interrupts a cell that runs."""
    kernel.deadline = min(kernel.deadline, time.monotonic() + within + 1)
    start = time.monotonic()
    kernel.manager.interrupt_kernel()
    answer = kernel.wait(sent)
    took = time.monotonic() - start
    equal('status', answer.status, 'error')
    expect(took < within, f'ended only {took:.1f} s after the interrupt')
    return answer


@check('interrupt: ends a loop that computes')
def loop(kernel: Session) -> None:
    interrupted(kernel, endless)


@check('interrupt: ends a loop that awaits')
def awaiting(kernel: Session) -> None:
    interrupted(
        kernel,
        Cell(
            'while (true) await new Promise((resolve) => setTimeout(resolve, 5));',
            'import asyncio\nwhile True: await asyncio.sleep(0.005)',
        ),
    )


@check('interrupt: ends a loop that awaits what is there already')
def awaiting_nothing(kernel: Session) -> None:
    interrupted(
        kernel,
        Cell('while (true) await null;', 'async def nothing(): pass\nwhile True: await nothing()'),
    )


@check('interrupt: ends a sleep')
def asleep(kernel: Session) -> None:
    interrupted(kernel, sleep(60))


@check('interrupt: ends a loop in a callback')
def callback(kernel: Session) -> None:
    interrupted(
        kernel,
        Cell(
            '[1, 2].forEach(() => { for (;;) Math.sqrt(2); });',
            'import math\ndef forever(_):\n  while True: math.sqrt(2)\nlist(map(forever, [1, 2]))',
        ),
    )


@check('interrupt: ends a cell as soon as a native call returns')
def native(kernel: Session) -> None:
    interrupted(
        kernel,
        Cell(
            "import { pbkdf2Sync } from 'node:crypto';\n"
            "for (let n = 0; n < 60; n++) pbkdf2Sync('a', 'b', 1_000_000, 64, 'sha512');",
            "import hashlib\nfor n in range(60): hashlib.pbkdf2_hmac('sha512', b'a', b'b', 1_000_000, 64)",
        ),
        within=3,
    )


@check('interrupt: is told as KeyboardInterrupt, with the line')
def told(kernel: Session) -> None:
    answer = interrupted(kernel, lower(4, endless))
    equal('ename', answer.reply['ename'], 'KeyboardInterrupt')
    expect(names_line(answer.trace, 6), f'line 6 is not named: {answer.trace}')


@check('interrupt: keeps all variables, and the next cell runs')
def kept(kernel: Session) -> None:
    kernel.execute(Cell('let progress = 0;\nconst before = 5;', 'progress = 0\nbefore = 5'))
    interrupted(kernel, Cell('while (true) progress++;', 'while True: progress += 1'))
    contains(
        'result',
        kernel.execute(
            Cell('progress > 1000 && before === 5', 'progress > 1000 and before == 5')
        ).shown.lower(),
        'true',
    )


@check('interrupt: two cells, one after the other', seconds=12)
def twice(kernel: Session) -> None:
    for _ in range(2):
        interrupted(kernel, endless)
    equal('next', kernel.execute(say('next')).stream(), 'next\n')


@check('interrupt: runs what stands in finally')
def cleanup(kernel: Session) -> None:
    answer = interrupted(
        kernel,
        Cell(
            "try { while (true); } finally { console.log('tidied'); }",
            "def spin():\n  n = 0\n  while True: n += 1\ntry:\n  spin()\nfinally:\n  print('tidied')",
        ),
    )
    equal('printed', answer.stream(), 'tidied\n')


@check('interrupt: aborts the cells that wait')
def waiting(kernel: Session) -> None:
    first = kernel.begin(endless)
    second = kernel.send(say('never'))
    stopped(kernel, first)
    equal('status of the next', kernel.wait(second).status, 'aborted')


@check('interrupt: between cells does nothing')
def between(kernel: Session) -> None:
    kernel.execute(say('before'))
    kernel.manager.interrupt_kernel()
    kernel.listen(0.3)
    equal('next', kernel.execute(say('after')).stream(), 'after\n')


@check('interrupt: answered on the control channel')
def answered(kernel: Session) -> None:
    sent = kernel.begin(endless)
    reply = kernel.reply(kernel.request('interrupt_request', channel='control'))
    equal('reply', (reply.channel, reply.type), ('control', 'interrupt_reply'))
    kernel.deadline = min(kernel.deadline, time.monotonic() + 2)
    equal('status of the cell', kernel.wait(sent).status, 'error')


@check('interrupt: a second one ends a loop that catches every error')
def stubborn(kernel: Session) -> None:
    sent = kernel.begin(
        Cell(
            'while (true) { try { while (true); } catch {} }',
            'n = 0\nwhile True:\n  try:\n    while True: n += 1\n  except BaseException: pass',
        )
    )
    kernel.manager.interrupt_kernel()
    kernel.listen(1)
    stopped(kernel, sent, within=4)
    equal('next', kernel.execute(say('next')).stream(), 'next\n')


@check('interrupt: ends a loop in a timer, after the cell has ended')
def timer(kernel: Session) -> None:
    kernel.execute(
        Cell(
            'setTimeout(() => { while (true); }, 50);',
            'import asyncio\ndef forever():\n  while True: pass\n'
            'asyncio.get_running_loop().call_later(0.05, forever)',
        )
    )
    kernel.listen(0.4)
    kernel.manager.interrupt_kernel()
    kernel.listen(0.2)  # so that the interrupt cannot be meant for the next cell
    kernel.deadline = min(kernel.deadline, time.monotonic() + 4)
    equal('next', kernel.execute(say('next')).stream(), 'next\n')
