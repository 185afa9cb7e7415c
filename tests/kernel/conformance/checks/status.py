"""Busy and idle, and whose messages are whose."""

from check import check, equal, expect
from programs import say
from session import Session


@check('status: busy comes first, idle last, around a cell')
def around_a_cell(kernel: Session) -> None:
    answer = kernel.execute(say('within'))
    states = [one['execution_state'] for one in answer.of('status')]
    equal('states', states, ['busy', 'idle'])
    types = [one.type for one in answer.broadcasts]
    expect(types[0] == types[-1] == 'status', f'expected status first and last, got {types}')


@check('status: busy and idle around a request of another type')
def around_a_request(kernel: Session) -> None:
    answer = kernel.wait(kernel.request('comm_info_request'))
    equal('states', [one['execution_state'] for one in answer.of('status')], ['busy', 'idle'])


@check('status: a reply and each broadcast carry the whole header of their request')
def parents(kernel: Session) -> None:
    answer = kernel.execute(say('whose?'))
    for one in [answer.received, *answer.broadcasts]:
        parent = one.message['parent_header']
        equal('type in the parent header', parent.get('msg_type'), 'execute_request')
        equal('session in the parent header', parent.get('session'), kernel.client.session.session)
        expect(bool(parent.get('username')), f'{one.type}: no user name in the parent header')


@check('status: every message has a header of its own')
def headers(kernel: Session) -> None:
    answer = kernel.execute(say('mine'))
    received = [answer.received, *answer.broadcasts]
    for one in received:
        for key in ('msg_id', 'msg_type', 'session', 'username', 'date', 'version'):
            expect(bool(one.message['header'].get(key)), f'{one.type}: the header has no {key}')
    ids = {one.message['header']['msg_id'] for one in received}
    equal('different ids', len(ids), len(received))


@check('status: execute_input repeats the code before anything is shown')
def execute_input(kernel: Session) -> None:
    cell = say('after')
    answer = kernel.execute(cell)
    types = [one.type for one in answer.broadcasts]
    equal('order', types, ['status', 'execute_input', 'stream', 'status'])
    equal('code', answer.of('execute_input')[0]['code'], kernel.source(cell))
