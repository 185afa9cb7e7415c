"""The number beside a cell."""

from cell import Cell
from check import check, equal
from programs import say
from session import Session


def count(kernel: Session, **options: bool) -> int:
    """The execution count of a cell's reply."""
    return kernel.execute('1 + 1', **options).reply['execution_count']


@check('execution_count: one more for each cell')
def one_more(kernel: Session) -> None:
    first = count(kernel)
    equal('counts', [count(kernel), count(kernel)], [first + 1, first + 2])


@check('execution_count: the same in input, result and reply')
def the_same(kernel: Session) -> None:
    answer = kernel.execute('2 + 2')
    counts = [one['execution_count'] for one in answer.of('execute_input', 'execute_result')]
    equal('counts', counts, [answer.reply['execution_count']] * 2)


@check('execution_count: a failed cell counts, and its reply says so')
def failed(kernel: Session) -> None:
    before = count(kernel)
    answer = kernel.execute(Cell("throw new Error('counted');", "raise Exception('counted')"))
    equal('status', answer.status, 'error')
    equal('count', answer.reply.get('execution_count'), before + 1)


@check('silent: nothing is broadcast but status, and nothing counted')
def silent(kernel: Session) -> None:
    before = count(kernel)
    answer = kernel.execute('3 + 3', silent=True)
    equal('status', answer.status, 'ok')
    equal('broadcasts', [one.type for one in answer.broadcasts], ['status', 'status'])
    equal('count of the next cell', count(kernel), before + 1)


@check('store_history false: runs and shows, but is not counted')
def not_stored(kernel: Session) -> None:
    before = count(kernel)
    answer = kernel.execute(say('unstored'), store_history=False)
    equal('printed', answer.stream(), 'unstored\n')
    equal('count of the next cell', count(kernel), before + 1)


@check('execution_count: an empty cell is fine')
def empty(kernel: Session) -> None:
    for code in ('', '  \n\n'):
        answer = kernel.execute(code)
        equal('status', answer.status, 'ok')
        equal('results', answer.of('execute_result', 'error', 'stream'), [])
