"""What answers while a cell computes without a pause."""

import zmq

from check import check, equal, expect
from process_end import process_ends
from programs import busy, endless
from session import Session
from still_running import still_running


@check('heartbeat: answers while a cell computes')
def heartbeat(kernel: Session) -> None:
    sent = kernel.begin(busy(1.5))
    info = kernel.manager.get_connection_info()
    with zmq.Context() as context, context.socket(zmq.REQ) as socket:
        socket.linger = 0
        socket.connect(f"{info['transport']}://{info['ip']}:{info['hb_port']}")
        for word in (b'ping', b'\x00\xff beat'):
            socket.send(word)
            expect(socket.poll(1000) != 0, 'no echo within a second')
            equal('echo', socket.recv(), word)
    still_running(kernel, sent)


@check('control: answers while a cell computes')
def control(kernel: Session) -> None:
    sent = kernel.begin(busy(1.5))
    kernel.ask('kernel_info_request', channel='control')
    still_running(kernel, sent)


@check('shutdown: ends the kernel while a cell computes', fresh=True)
def shutdown(kernel: Session) -> None:
    kernel.begin(endless)
    equal('restart', kernel.ask('shutdown_request', {'restart': False}, 'control')['restart'], False)
    process_ends(kernel)
