"""Files beside the notebook, and imports that fail."""

import os
import time

from cell import Cell
from check import check, contains, equal, expect
from programs import say
from session import Session
from traceback_line import names_line


def write(kernel: Session, name: str, typescript: str, python: str) -> None:
    """Writes a module into the notebook's folder."""
    text = python if kernel.language == 'python' else typescript
    ending = 'py' if kernel.language == 'python' else 'ts'
    with open(os.path.join(kernel.folder, f'{name}.{ending}'), 'w', encoding='utf-8') as file:
        file.write(text + '\n')


def load(name: str, thing: str) -> Cell:
    """Imports something from a module."""
    return Cell(
        f"import {{ {thing} }} from './{name}';\n{thing}",
        f'from {name} import {thing}\n{thing}',
        deno=f"import {{ {thing} }} from './{name}.ts';\n{thing}",
    )


@check('import: a file beside the notebook')
def beside(kernel: Session) -> None:
    write(kernel, 'near', 'export const distance = 321;', 'distance = 321')
    contains('result', kernel.execute(load('near', 'distance')).shown, '321')


@check('import: a file that was edited is seen when the cell runs again')
def edited(kernel: Session) -> None:
    for number in (101, 202):
        write(kernel, 'edited', f'export const dial = {number};', f'dial = {number}')
        contains('result', kernel.execute(load('edited', 'dial')).shown, str(number))
        time.sleep(0.1)


@check('import: of a missing file is an error, again and again, until the file is there')
def missing(kernel: Session) -> None:
    for _ in range(3):
        equal('status', kernel.execute(load('yet_to_come', 'treasure')).status, 'error')
        equal('next', kernel.execute(say('next')).stream(), 'next\n')
    write(kernel, 'yet_to_come', 'export const treasure = 777;', 'treasure = 777')
    contains('result', kernel.execute(load('yet_to_come', 'treasure')).shown, '777')


@check('import: an error inside a file names the file and its line')
def inside(kernel: Session) -> None:
    write(
        kernel,
        'broken_inside',
        "\n\nexport function stumble(): number {\n  throw new Error('in the file');\n}",
        "\n\ndef stumble():\n  raise Exception('in the file')",
    )
    kernel.execute(load('broken_inside', 'stumble'))
    answer = kernel.execute('stumble()')
    contains('traceback', answer.trace, 'broken_inside')
    expect(names_line(answer.trace, 4), f'line 4 is not named: {answer.trace}')
