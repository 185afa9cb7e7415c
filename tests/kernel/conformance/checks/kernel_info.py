"""What a kernel says of itself."""

from check import check, equal, expect
from session import Session


@check('kernel_info: names the protocol, the implementation and the language')
def names_itself(kernel: Session) -> None:
    info = kernel.ask('kernel_info_request')
    equal('status', info['status'], 'ok')
    equal('major version of the protocol', info['protocol_version'].split('.')[0], '5')
    for key in ('implementation', 'implementation_version', 'banner'):
        expect(bool(info.get(key)), f'{key} is missing')
    for key in ('name', 'version', 'mimetype', 'file_extension'):
        expect(bool(info['language_info'].get(key)), f'language_info.{key} is missing')


@check('kernel_info: answered on the control channel too')
def on_control(kernel: Session) -> None:
    sent = kernel.request('kernel_info_request', channel='control')
    equal('channel', kernel.reply(sent).channel, 'control')
