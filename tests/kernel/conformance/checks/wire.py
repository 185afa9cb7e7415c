"""Damaged, forged and strange messages."""

from typing import Any, Dict, List

from cell import Cell
from check import check, equal
from programs import say
from session import Session

spy = Cell('let ran = 0;', 'ran = 0')
count = Cell('ran += 1;', 'ran += 1')


def frames(kernel: Session, kind: str, content: Dict[str, Any]) -> List[bytes]:
    """A message as it goes over the wire: delimiter, signature, header, parent, metadata, content."""
    session = kernel.client.session
    return session.serialize(session.msg(kind, content))


def request(kernel: Session) -> List[bytes]:
    """A request that adds one to a counter."""
    content = {'code': kernel.source(count), 'silent': True, 'store_history': False, 'user_expressions': {}}
    return frames(kernel, 'execute_request', {**content, 'allow_stdin': False, 'stop_on_error': False})


def ran(kernel: Session, *messages: List[bytes]) -> str:
    """Sends raw messages to the shell socket and tells how often the counter was raised."""
    kernel.execute(spy)
    for one in messages:
        kernel.channels['shell'].socket.send_multipart(one)
    kernel.listen(0.15)
    return kernel.execute('ran').shown.strip()


@check('wire: a message with a wrong signature is ignored')
def wrong_signature(kernel: Session) -> None:
    delimiter, signature, *parts = request(kernel)
    forged = [delimiter, signature[::-1], *parts]
    unsigned = [delimiter, b'', *parts]
    short = [delimiter, signature[:10], *parts]
    equal('ran', ran(kernel, forged, unsigned, short), '0')


@check('wire: a message that was changed on the way is ignored')
def changed(kernel: Session) -> None:
    whole = request(kernel)
    equal('ran', ran(kernel, [*whole[:-1], whole[-1].replace(b'1', b'2')]), '0')


@check('wire: cut messages are ignored')
def cut(kernel: Session) -> None:
    whole = request(kernel)
    equal('ran', ran(kernel, *(whole[:length] for length in range(1, len(whole))), [b''], [b'x'] * 9), '0')


@check('wire: a message that is signed, but no JSON, is ignored')
def no_json(kernel: Session) -> None:
    session = kernel.client.session
    parts = [b'{"msg_id":', b'{}', b'{}', b'\xff\xfe']
    equal('ran', ran(kernel, [b'<IDS|MSG>', session.sign(parts), *parts]), '0')


@check('wire: a message that comes twice runs once')
def replayed(kernel: Session) -> None:
    whole = request(kernel)
    equal('ran', ran(kernel, whole, whole), '1')


@check('wire: further frames (buffers) are no harm')
def buffers(kernel: Session) -> None:
    equal('ran', ran(kernel, [*request(kernel), b'buffer', b'\x00' * 1000]), '1')


@check('wire: a request of an unknown type is ignored')
def unknown_type(kernel: Session) -> None:
    for kind in ('make_tea_request', 'constructor', 'execute_reply', ''):
        kernel.channels['shell'].socket.send_multipart(frames(kernel, kind, {}))
        kernel.channels['control'].socket.send_multipart(frames(kernel, kind, {}))
    equal('next', kernel.execute(say('next')).stream(), 'next\n')


@check('wire: requests whose content is empty or of other types harm nothing')
def strange_content(kernel: Session) -> None:
    for kind in ('execute', 'complete', 'inspect', 'history', 'is_complete', 'comm_info'):
        for content in ({}, {'code': 5, 'cursor_pos': 'x', 'hist_access_type': 7, 'user_expressions': []}):
            kernel.request(f'{kind}_request', content)
    kernel.listen(0.5)
    equal('next', kernel.execute(say('next')).stream(), 'next\n')
