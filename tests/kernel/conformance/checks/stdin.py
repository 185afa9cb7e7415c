"""Questions to the reader."""

import time

from answer import Received
from cell import Cell
from check import check, contains, equal, expect
from programs import say
from session import Session

ask = Cell(
    python="name = input('Who? ')\nprint('hello', name)",
    lineage="const name = kernel!.prompt('Who? ');\nconsole.log('hello ' + name);",
    deno="const name = prompt('Who?');\nconsole.log('hello ' + name);",
)


def question(kernel: Session) -> Received:
    """Waits for the kernel's question."""
    return kernel.until('input_request', lambda one: one.channel == 'stdin' and one.type == 'input_request')


@check('stdin: a question is asked, and the answer arrives')
def answered(kernel: Session) -> None:
    sent = kernel.send(ask, allow_stdin=True)
    asked = question(kernel)
    contains('prompt', asked.content['prompt'], 'Who?')
    equal('password', asked.content['password'], False)
    equal('parent', asked.parent, sent)
    kernel.client.input('Ada 沿革')
    equal('printed', kernel.wait(sent).stream(), 'hello Ada 沿革\n')


@check('stdin: two questions in one cell, the second one awaited, and an empty answer')
def two(kernel: Session) -> None:
    sent = kernel.send(
        Cell(
            python="one = input('First ')\ntwo = input('Second ')\nprint([one, two])",
            lineage="const one = kernel!.prompt('First ');\nconst two = await kernel!.input('Second ');\n"
            "console.log(JSON.stringify([one, two]).replaceAll('\"', \"'\"));",
            deno="const one = prompt('First ');\nconst two = prompt('Second ');\n"
            "console.log(JSON.stringify([one, two]).replaceAll('\"', \"'\"));",
        ),
        allow_stdin=True,
    )
    question(kernel)
    kernel.client.input('a')
    kernel.until(
        'the second question', lambda one: one.type == 'input_request' and 'Second' in one.content['prompt']
    )
    kernel.client.input('')
    contains('printed', kernel.wait(sent).stream().replace(',', ', ').replace(',  ', ', '), "['a', '']")


@check('stdin: allow_stdin false makes a question an error')
def not_allowed(kernel: Session) -> None:
    answer = kernel.execute(ask, allow_stdin=False)
    equal('status', answer.status, 'error')
    equal('questions', [one for one in kernel.log if one.type == 'input_request'], [])


@check('stdin: an interrupt ends a question')
def interrupted(kernel: Session) -> None:
    sent = kernel.send(ask, allow_stdin=True)
    question(kernel)
    start = time.monotonic()
    kernel.manager.interrupt_kernel()
    answer = kernel.wait(sent)
    equal('status', answer.status, 'error')
    expect(time.monotonic() - start < 1.5, 'ended late')
    equal('next', kernel.execute(say('next')).stream(), 'next\n')


@check('stdin: an answer that nobody asked for harms nothing')
def unasked(kernel: Session) -> None:
    kernel.client.input('unasked')
    kernel.listen(0.2)
    equal('next', kernel.execute(say('next')).stream(), 'next\n')
