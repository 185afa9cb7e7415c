"""Values that a client asks for along with a cell."""

from cell import Cell
from check import check, contains, equal
from session import Session


@check('user_expressions: their values come with the reply')
def values(kernel: Session) -> None:
    cell = Cell('const asked = 6;', 'asked = 6')
    answer = kernel.execute(cell, user_expressions={'product': 'asked * 7', 'itself': 'asked'})
    found = answer.reply.get('user_expressions', {})
    equal('names', sorted(found), ['itself', 'product'])
    equal('status', found['product']['status'], 'ok')
    contains('value', found['product']['data']['text/plain'], '42')


@check('user_expressions: one that fails is an error of its own')
def fails(kernel: Session) -> None:
    asked = {'bad': 'nowhereDefined', 'good': '1 + 1'}
    answer = kernel.execute(Cell('const fine = 1;', 'fine = 1'), user_expressions=asked)
    equal('status of the cell', answer.status, 'ok')
    found = answer.reply.get('user_expressions', {})
    equal('statuses', [found[name]['status'] for name in sorted(asked)], ['error', 'ok'])
    equal('has a name', bool(found['bad'].get('ename')), True)
