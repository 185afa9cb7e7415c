"""What cells define, and how long it lasts."""

from cell import Cell
from check import check, contains, equal
from session import Session


def value(kernel: Session, expression: str, expected: str) -> None:
    """Expects the value of an expression."""
    contains(expression, kernel.execute(expression).shown, expected)


def run(kernel: Session, typescript: str, python: str) -> None:
    """Runs a cell that must succeed."""
    answer = kernel.execute(Cell(typescript, python))
    equal('status', answer.status, 'ok')
    equal('errors', answer.of('error'), [])


@check('definitions: variables, functions and classes are there in later cells')
def kept(kernel: Session) -> None:
    run(
        kernel,
        'const seven = 7;\nfunction double(n: number) { return 2 * n; }\nclass Box { readonly side = 3; }',
        'seven = 7\ndef double(n): return 2 * n\nclass Box: side = 3',
    )
    value(kernel, 'double(seven)', '14')
    run(kernel, 'const side = new Box().side;', 'side = Box().side')
    value(kernel, 'side', '3')


@check('definitions: destructured ones too')
def destructured(kernel: Session) -> None:
    run(kernel, 'const [left, { right }] = [11, { right: 22 }];', 'left, right = 11, 22')
    value(kernel, 'left + right', '33')


@check('definitions: those made before a cell failed are kept')
def before_failure(kernel: Session) -> None:
    answer = kernel.execute(
        Cell(
            "const rescued = 1234;\nfunction also() { return 99; }\nthrow new Error('too late');",
            "rescued = 1234\ndef also(): return 99\nraise Exception('too late')",
        )
    )
    equal('status', answer.status, 'error')
    value(kernel, 'rescued', '1234')
    value(kernel, 'also()', '99')


@check('definitions: a failed cell leaves earlier values alone')
def not_lost(kernel: Session) -> None:
    run(kernel, 'const firm = 55;', 'firm = 55')
    kernel.execute(Cell('const firm = (() => { throw new Error(); })();', 'firm = 1 / 0'))
    value(kernel, 'firm', '55')


@check('definitions: a const may be defined anew, with another type')
def const_anew(kernel: Session) -> None:
    run(kernel, 'const again = 1;', 'again = 1')
    run(kernel, "const again = 'one';", "again = 'one'")
    value(kernel, 'again', 'one')


@check('definitions: a class may be defined anew, when its cell is run again')
def class_anew(kernel: Session) -> None:
    for size in (1, 2):
        run(
            kernel,
            f'class Layer {{ size() {{ return {size}; }} }}\nconst layer = new Layer();',
            f'class Layer:\n  def size(self): return {size}\nlayer = Layer()',
        )
        value(kernel, 'layer.size()', str(size))


@check('definitions: a later cell changes a variable, and older functions see it')
def changed(kernel: Session) -> None:
    run(
        kernel,
        'let level = 1;\nfunction readLevel() { return level; }',
        'level = 1\ndef readLevel(): return level',
    )
    run(kernel, 'level = 41;\nlevel++;', 'level = 41\nlevel += 1')
    value(kernel, 'readLevel()', '42')


@check('definitions: a type made in one cell serves in another')
def types(kernel: Session) -> None:
    run(
        kernel,
        'interface Point { x: number; y: number }',
        'from typing import Tuple\nPoint = Tuple[int, int]',
    )
    run(kernel, 'const point: Point = { x: 3, y: 4 };', 'point: Point = (3, 4)')
    value(kernel, '(point)', '4')
