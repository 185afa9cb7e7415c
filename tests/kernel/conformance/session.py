"""A kernel under test, and the client that talks to it."""

from __future__ import annotations

import os
import subprocess
import time
from typing import Any, Callable, Dict, List, Optional

import zmq
from jupyter_client.manager import KernelManager

from answer import Answer, Received
from cell import Source

CHANNELS = ('iopub', 'shell', 'control', 'stdin')
#: How a kernel names its implementation, where that isn't the dialect that cells are written in.
DIALECTS = {'jslab': 'tslab', 'tslab': 'tslab', 'Deno kernel': 'deno', 'ipython': 'ipykernel'}


class TimeLimit(Exception):
    """A check took longer than it may."""


class Session:
    """Starts a kernel by the name of its kernelspec, in `folder`, and keeps every message that it sends."""

    def __init__(self, kernelspec: str, folder: str) -> None:
        self.folder = folder
        self.deadline = time.monotonic() + 60
        self.log: List[Received] = []
        self.context = context = zmq.Context()
        context.setsockopt(zmq.LINGER, 0)
        context.setsockopt(zmq.RCVHWM, 0)  # a slow client must not be what loses messages
        context.setsockopt(zmq.RECONNECT_IVL, 10)  # ms; a kernel is met as soon as it listens
        self.manager = KernelManager(kernel_name=kernelspec, context=context)
        environment = {**os.environ, 'IPYTHONDIR': os.path.join(folder, '.ipython')}
        quiet = subprocess.DEVNULL
        self.manager.start_kernel(cwd=folder, env=environment, stdout=quiet, stderr=quiet)
        try:
            info = self.connect()
        except BaseException:
            self.stop()
            raise
        self.dialect = DIALECTS.get(info['implementation'], info['implementation'])
        self.language = info['language_info']['name']

    def connect(self) -> Dict[str, Any]:
        """Opens a client's channels and waits for its answers and broadcasts; returns its kernel_info."""
        self.client = self.manager.client(context=self.context)
        self.client.start_channels(hb=False)
        self.channels = {name: getattr(self.client, f'{name}_channel') for name in CHANNELS}
        self.poller = zmq.Poller()
        for channel in self.channels.values():
            self.poller.register(channel.socket, zmq.POLLIN)
        self.log.clear()
        sent = self.request('kernel_info_request')
        info = self.reply(sent).content
        self.ready = time.perf_counter()
        while not any(is_idle(one, sent) for one in self.log):  # the subscription takes a moment
            sent = self.request('kernel_info_request')
            self.reply(sent)
            self.listen(0.05)
        return info

    def stop(self) -> None:
        """Ends the kernel with force."""
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        self.context.destroy(linger=0)

    def source(self, cell: Source) -> str:
        """A cell in the words of this kernel."""
        return cell if isinstance(cell, str) else cell.source(self.dialect, self.language)

    def send(self, cell: Source, **options: Any) -> str:
        """Sends a cell and returns its request's id."""
        code = self.source(cell)
        return self.client.execute(code, **{'allow_stdin': False, **options})

    def execute(self, cell: Source, **options: Any) -> Answer:
        """Runs a cell to its end."""
        return self.wait(self.send(cell, **options))

    def request(self, kind: str, content: Optional[Dict[str, Any]] = None, channel: str = 'shell') -> str:
        """Sends a request of any type and returns its id."""
        message = self.client.session.msg(kind, content or {})
        self.channels[channel].send(message)
        return message['header']['msg_id']

    def ask(
        self, kind: str, content: Optional[Dict[str, Any]] = None, channel: str = 'shell'
    ) -> Dict[str, Any]:
        """Sends a request and returns its reply's content."""
        return self.reply(self.request(kind, content, channel)).content

    def reply(self, sent: str) -> Received:
        """Waits for a request's reply."""
        return self.until('a reply', lambda one: one.channel in ('shell', 'control') and one.parent == sent)

    def wait(self, sent: str) -> Answer:
        """Waits for a request's reply and for its end."""
        reply = self.reply(sent)
        self.until('the status idle', lambda one: is_idle(one, sent))
        return Answer(reply, [one for one in self.log if one.channel == 'iopub' and one.parent == sent])

    def begin(self, cell: Source, **options: Any) -> str:
        """Sends a cell and returns when it is well under way."""
        sent = self.send(cell, **options)
        start = time.monotonic()
        while time.monotonic() < start + 1 and not any(one.parent == sent for one in self.log):
            self.listen(0.02)
        self.listen(0.3)
        return sent

    def until(self, what: str, wanted: Callable[[Received], bool]) -> Received:
        """The first message, old or new, that is wanted."""
        seen = 0
        while True:
            for one in self.log[seen:]:
                if wanted(one):
                    return one
            seen = len(self.log)
            left = self.deadline - time.monotonic()
            if left <= 0:
                raise TimeLimit(f'waited in vain for {what}')
            self._receive(left)

    def listen(self, seconds: float) -> None:
        """Keeps what arrives within a time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._receive(max(0, end - time.monotonic()))

    def _receive(self, seconds: float) -> None:
        ready = dict(self.poller.poll(seconds * 1000))
        for name, channel in self.channels.items():
            if channel.socket in ready:
                self.log.append(Received(name, channel.get_msg(timeout=1), time.monotonic()))


def is_idle(one: Received, sent: str) -> bool:
    """Whether a message says that a request has been dealt with."""
    return one.type == 'status' and one.parent == sent and one.content['execution_state'] == 'idle'
