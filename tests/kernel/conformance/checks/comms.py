"""Widgets: a kernel that has none must say so."""

from check import check, equal
from programs import say
from session import Session

UNKNOWN = {'comm_id': 'c0ffee', 'target_name': 'nobody.here', 'data': {}}


@check('comm_info: answered, with no comms')
def info(kernel: Session) -> None:
    reply = kernel.ask('comm_info_request', {'target_name': 'nobody.here'})
    equal('reply', (reply['status'], reply['comms']), ('ok', {}))


@check('comm_open: of an unknown target is closed at once')
def refused(kernel: Session) -> None:
    kernel.request('comm_open', UNKNOWN)
    closed = kernel.until('comm_close', lambda one: one.type == 'comm_close')
    equal('comm_id', closed.content['comm_id'], UNKNOWN['comm_id'])


@check('comm_msg: to an unknown comm harms nothing')
def unknown(kernel: Session) -> None:
    kernel.request('comm_msg', {'comm_id': 'nowhere', 'data': {'n': 1}})
    kernel.request('comm_close', {'comm_id': 'nowhere', 'data': {}})
    equal('next', kernel.execute(say('next')).stream(), 'next\n')
