"""What a cell prints."""

from cell import Cell
from check import check, equal, expect
from programs import busy, say
from session import Session

LINES = 10_000


@check('stream: stdout and stderr apart')
def two_streams(kernel: Session) -> None:
    answer = kernel.execute(
        Cell(
            "console.log('out'); console.error('bad');",
            "import sys\nprint('out')\nprint('bad', file=sys.stderr)",
        )
    )
    equal('stdout', answer.stream('stdout'), 'out\n')
    equal('stderr', answer.stream('stderr'), 'bad\n')


@check('stream: the two streams in the order of writing')
def order(kernel: Session) -> None:
    answer = kernel.execute(
        Cell(
            "for (const n of [1, 2, 3]) { console.log('o' + n); console.error('e' + n); }",
            "import sys\nfor n in (1, 2, 3): print(f'o{n}'); print(f'e{n}', file=sys.stderr)",
        )
    )
    equal('text', ''.join(one['text'] for one in answer.of('stream')), 'o1\ne1\no2\ne2\no3\ne3\n')


@check('stream: 10,000 lines, none lost, in order', seconds=20)
def many_lines(kernel: Session) -> None:
    answer = kernel.execute(
        Cell(
            f"for (let i = 0; i < {LINES}; i++) console.log('line ' + i);",
            f"for i in range({LINES}): print('line', i)",
        )
    )
    lines = answer.stream().splitlines()
    equal('number of lines', len(lines), LINES)
    equal('out of order', [i for i, line in enumerate(lines) if line != f'line {i}'][:3], [])


@check('stream: arrives while a cell waits')
def while_waiting(kernel: Session) -> None:
    early(
        kernel,
        Cell(
            "console.log('early'); await new Promise((resolve) => setTimeout(resolve, 900));",
            "import asyncio\nprint('early')\nawait asyncio.sleep(0.9)",
        ),
    )


@check('stream: arrives while a cell computes')
def while_computing(kernel: Session) -> None:
    loop = kernel.source(busy(0.9))
    early(kernel, f'{kernel.source(say("early"))}\n{loop}')


def early(kernel: Session, cell: object) -> None:
    """Expects the first line half a second before the end."""
    answer = kernel.execute(cell)
    printed = [one.at for one in answer.broadcasts if one.type == 'stream' and 'early' in one.content['text']]
    expect(bool(printed), 'the line never came')
    expect(answer.broadcasts[-1].at - printed[0] > 0.5, 'the line came only at the end of the cell')


@check('stream: text without a line end comes too')
def no_line_end(kernel: Session) -> None:
    answer = kernel.execute(
        Cell(
            "process.stdout.write('no end');",
            "print('no end', end='')",
            deno="await Deno.stdout.write(new TextEncoder().encode('no end'));",
        )
    )
    equal('printed', answer.stream(), 'no end')


@check('stream: text comes before what is displayed after it')
def before_display(kernel: Session) -> None:
    shown = {
        'lineage': "kernel!.display({ 'text/plain': 'shown' });",
        'tslab': "import * as tslab from 'tslab';\ntslab.display.text('shown');",
        'deno': "const data = { 'text/plain': 'shown' };\n"
        "await Deno.jupyter.broadcast('display_data', { data, metadata: {} });",
        'ipykernel': "from IPython.display import display\ndisplay('shown')",
    }
    answer = kernel.execute(
        f'{kernel.source(say("first"))}\n{shown[kernel.dialect]}\n{kernel.source(say("last"))}'
    )
    kinds = [one.type for one in answer.broadcasts if one.type in ('stream', 'display_data')]
    equal('order', kinds, ['stream', 'display_data', 'stream'])


@check('stream: what a timer prints after the cell has ended')
def after_the_end(kernel: Session) -> None:
    kernel.execute(
        Cell(
            "setTimeout(() => console.log('late'), 200);",
            "import asyncio\nfor_later = asyncio.get_running_loop().call_later(0.2, lambda: print('late'))",
        )
    )
    kernel.until('the line', lambda one: one.type == 'stream' and 'late' in one.content['text'])


@check('stream: 20 MB arrive whole, and the next cell runs', seconds=30)
def large(kernel: Session) -> None:
    answer = kernel.execute(
        Cell(
            "for (let i = 0; i < 20; i++) console.log('x'.repeat(1e6 - 1));",
            "for i in range(20): print('x' * (10 ** 6 - 1))",
        )
    )
    equal('characters', len(answer.stream()), 20_000_000)
    equal('next', kernel.execute(say('next')).stream(), 'next\n')
