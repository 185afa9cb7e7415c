"""The value of a cell's last expression."""

from cell import Cell
from check import check, contains, equal
from session import Session


@check('result: the last expression, once')
def last_expression(kernel: Session) -> None:
    answer = kernel.execute('1 + 1\n20 + 22')
    equal('number of results', len(answer.of('execute_result')), 1)
    contains('result', answer.result, '42')


@check('result: none for a declaration')
def declaration(kernel: Session) -> None:
    answer = kernel.execute(Cell('const silentOne = 5;', 'silentOne = 5'))
    equal('results', answer.of('execute_result'), [])


@check('result: none for undefined')
def undefined(kernel: Session) -> None:
    answer = kernel.execute(Cell('undefined', 'None'))
    equal('results', answer.of('execute_result'), [])


@check('result: what an awaited promise brings')
def awaited(kernel: Session) -> None:
    answer = kernel.execute(
        Cell(
            'await new Promise<number>((resolve) => setTimeout(() => resolve(4711), 20))',
            'import asyncio\nawait asyncio.sleep(0.02, 4711)',
        )
    )
    contains('result', answer.result, '4711')


@check('result: Chinese, emoji and accents come through')
def unicode(kernel: Session) -> None:
    text = '沿革 😀 naïve ﷽'
    contains('result', kernel.execute(f"'{text}'").result, text)


@check('result: a list of a million numbers is shown shortened or whole, not in 60 MB', seconds=20)
def million(kernel: Session) -> None:
    answer = kernel.execute(Cell('Array.from({ length: 1_000_000 }, (_, i) => i)', 'list(range(1_000_000))'))
    equal('status', answer.status, 'ok')
    contains('result', answer.result, '2')
