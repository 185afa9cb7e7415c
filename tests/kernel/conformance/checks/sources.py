"""Cells of unusual text."""

from cell import Cell
from check import check, contains, equal
from programs import say
from session import Session


@check('source: CRLF line ends')
def crlf(kernel: Session) -> None:
    cell = Cell('const a1 = 1;\r\nconst a2 = 2;\r\na1 + a2', 'a1 = 1\r\na2 = 2\r\na1 + a2')
    contains('result', kernel.execute(cell).shown, '3')


@check('source: a byte order mark at the start')
def mark(kernel: Session) -> None:
    contains('result', kernel.execute('\ufeff40 + 2').shown, '42')


@check('source: names in other scripts')
def scripts(kernel: Session) -> None:
    contains('result', kernel.execute(Cell("const 沿革 = '变';\n沿革", "沿革 = '变'\n沿革")).shown, '变')


@check('source: 10,000 statements', seconds=20)
def many(kernel: Session) -> None:
    cell = Cell('let sum = 0;\n' + 'sum += 1;\n' * 10_000, 'sum = 0\n' + 'sum += 1\n' * 10_000)
    equal('status', kernel.execute(cell).status, 'ok')
    contains('sum', kernel.execute('sum').shown, '10000')


@check('source: a megabyte of text', seconds=20)
def megabyte(kernel: Session) -> None:
    text = 'x' * 1_000_000
    contains('result', kernel.execute(Cell(f"'{text}'.length", f"len('{text}')")).shown, '1000000')


@check('source: half an emoji (a lone surrogate) in a string')
def surrogate(kernel: Session) -> None:
    equal(
        'status',
        kernel.execute(Cell("console.log('\\ud83d');", "print('\\ud83d'.encode('utf8', 'replace'))")).status,
        'ok',
    )
    equal('next', kernel.execute(say('next')).stream(), 'next\n')
