"""More than one client."""

from contextlib import contextmanager
from typing import Iterator

from jupyter_client.blocking.client import BlockingKernelClient

from check import check, equal
from programs import say, sleep
from session import Session


@contextmanager
def another(kernel: Session) -> Iterator[BlockingKernelClient]:
    """A second client, with a session of its own."""
    client = BlockingKernelClient()
    client.load_connection_info(kernel.manager.get_connection_info())
    client.start_channels(hb=False)
    try:
        client.wait_for_ready(timeout=10)
        yield client
    finally:
        client.stop_channels()


@check('clients: one that vanishes takes nothing with it')
def vanishes(kernel: Session) -> None:
    with another(kernel) as client:
        client.execute(kernel.source(sleep(0.3)), allow_stdin=False)
    equal('next', kernel.execute(say('next')).stream(), 'next\n')


@check('clients: each has its replies, and sees what the other runs')
def two(kernel: Session) -> None:
    with another(kernel) as client:
        sent = client.execute(kernel.source(say('for all')), allow_stdin=False)
        equal('reply', client.get_shell_msg(timeout=5)['parent_header']['msg_id'], sent)
        seen = kernel.until('the text', lambda one: one.type == 'stream' and 'for all' in one.content['text'])
        equal('parent', seen.parent, sent)
    equal('replies that are not ours', [one for one in kernel.log if one.channel == 'shell'], [])
