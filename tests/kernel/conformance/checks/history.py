"""The inputs so far."""

from cell import Cell
from check import check, contains, equal
from session import Session


def remember(kernel: Session, word: str, count: int = 3) -> list:
    """Runs cells that hold a word, and returns their numbers."""
    cells = [Cell(f"'{word} {n}'", f"'{word} {n}'") for n in range(count)]
    return [kernel.execute(cell).reply['execution_count'] for cell in cells]


def asked(kernel: Session, kind: str, **options: object) -> list:
    """The entries that the kernel finds."""
    content = {'hist_access_type': kind, 'raw': True, 'output': False, **options}
    return kernel.ask('history_request', content)['history']


@check('history: the tail, oldest first')
def tail(kernel: Session) -> None:
    remember(kernel, 'tail')
    found = [entry[2] for entry in asked(kernel, 'tail', n=3)]
    equal('number of entries', len(found), 3)
    equal('the last but one', [one for one in found if 'tail' in one][:2], ["'tail 0'", "'tail 1'"])


@check('history: a range by execution count')
def by_range(kernel: Session) -> None:
    numbers = remember(kernel, 'range')
    found = asked(kernel, 'range', session=0, start=numbers[0], stop=numbers[2])
    equal(
        'entries', [(entry[1], entry[2]) for entry in found], list(zip(numbers, ["'range 0'", "'range 1'"]))
    )


@check('history: a search by pattern')
def search(kernel: Session) -> None:
    remember(kernel, 'search')
    found = [entry[2] for entry in asked(kernel, 'search', pattern="*search ?'", n=10)]
    contains('entries', found, 'search 0')
    equal('others', [one for one in found if 'search' not in one], [])


@check('history: with output, each entry is a pair of input and output')
def with_output(kernel: Session) -> None:
    remember(kernel, 'pair')
    for entry in asked(kernel, 'tail', n=3, output=True):
        equal('length of the pair', len(entry[2]), 2)


@check('history: what was not to be stored is not there')
def not_stored(kernel: Session) -> None:
    kernel.execute("'secret one'", store_history=False)
    kernel.execute("'secret two'", silent=True)
    remember(kernel, 'open', 1)
    equal('secrets', [entry for entry in asked(kernel, 'tail', n=5) if 'secret' in entry[2]], [])
