"""Cells that were sent while another one runs."""

from cell import Cell
from check import check, equal
from programs import say, sleep, throw
from session import Session


def slow_error() -> Cell:
    """Fails after a moment, so that the next cells are waiting by then."""
    return Cell(
        "await new Promise((resolve) => setTimeout(resolve, 300));\nthrow new Error('stop here');",
        "import asyncio\nawait asyncio.sleep(0.3)\nraise Exception('stop here')",
    )


@check('queue: cells run one after the other, in the order they were sent')
def in_order(kernel: Session) -> None:
    sent = [kernel.send(cell) for cell in (sleep(0.2), say('two'), say('three'))]
    answers = [kernel.wait(one) for one in sent]
    equal('printed', [one.stream() for one in answers], ['done\n', 'two\n', 'three\n'])
    ends = [(one.broadcasts[0].at, one.broadcasts[-1].at) for one in answers]
    equal('in order', ends, sorted(ends))


@check('queue: after an error the waiting cells are aborted')
def aborted(kernel: Session) -> None:
    sent = [kernel.send(cell) for cell in (slow_error(), say('never'), say('never'))]
    answers = [kernel.wait(one) for one in sent]
    equal('statuses', [one.status for one in answers], ['error', 'aborted', 'aborted'])
    equal('printed', [one.stream() for one in answers[1:]], ['', ''])
    for answer in answers[1:]:
        equal('states', [one['execution_state'] for one in answer.of('status')], ['busy', 'idle'])


@check('queue: a cell sent after the error runs at once')
def after_the_error(kernel: Session) -> None:
    kernel.execute(throw('now over'))
    equal('printed', kernel.execute(say('runs')).stream(), 'runs\n')


@check('stop_on_error false: the waiting cells run')
def goes_on(kernel: Session) -> None:
    first = kernel.send(slow_error(), stop_on_error=False)
    second = kernel.send(say('still'))
    equal('first', kernel.wait(first).status, 'error')
    equal('printed', kernel.wait(second).stream(), 'still\n')
