"""The end of a kernel, and its new beginning."""

from cell import Cell
from check import check, equal
from process_end import process_ends
from session import Session


@check('shutdown: replied to, and the process ends', fresh=True)
def shutdown(kernel: Session) -> None:
    reply = kernel.ask('shutdown_request', {'restart': False}, 'control')
    equal('reply', (reply['status'], reply['restart']), ('ok', False))
    process_ends(kernel)


@check('shutdown: the reply says when it is for a restart', fresh=True)
def for_restart(kernel: Session) -> None:
    reply = kernel.ask('shutdown_request', {'restart': True}, 'control')
    equal('restart', reply['restart'], True)
    process_ends(kernel)


@check('restart: starts afresh, with nothing defined', seconds=30, fresh=True)
def restart(kernel: Session) -> None:
    kernel.execute(Cell('const formerLife = 1;', 'formerLife = 1'))
    kernel.client.stop_channels()
    kernel.manager.restart_kernel()
    kernel.connect()
    equal('count of the first cell', kernel.execute('1 + 1').reply['execution_count'], 1)
    equal('reading what was defined before', kernel.execute('formerLife').status, 'error')
