"""Pictures and the like: shown, replaced, cleared."""

from cell import Cell
from check import check, equal
from session import Session


def display(value: str, name: str = 'one', update: bool = False) -> Cell:
    """Shows a text in two formats under a name, or puts it in the place of what is there."""
    bundle = f"{{ 'text/plain': '{value}', 'text/html': '<b>{value}</b>' }}"
    kind = 'update_display_data' if update else 'display_data'
    target = 'update' if update else 'display'
    return Cell(
        python='from IPython.display import display, update_display\n'
        f"{'update_display' if update else 'display'}({bundle}, raw=True, display_id='{name}')",
        lineage=f"kernel!.display({bundle}, {{ id: '{name}', update: {str(update).lower()} }});",
        tslab="import * as tslab from 'tslab';\n"
        + (
            f"shown.html('<b>{value}</b>');"
            if update
            else f"const shown = tslab.newDisplay(); shown.html('<b>{value}</b>');"
        ),
        deno=f"await Deno.jupyter.broadcast('{kind}', {{ data: {bundle}, metadata: {{}},"
        f" transient: {{ display_id: '{name}' }} }}); // {target}",
    )


@check('display_data: a bundle of formats')
def bundle(kernel: Session) -> None:
    answer = kernel.execute(
        Cell(
            python="from IPython.display import display\n"
            "display({'text/plain': 'plain', 'text/html': '<i>rich</i>'}, raw=True, metadata={'kept': True})",
            lineage="kernel!.display({ 'text/plain': 'plain', 'text/html': '<i>rich</i>' },"
            ' { metadata: { kept: true } });',
            tslab="import * as tslab from 'tslab';\n" "tslab.display.raw('text/html', '<i>rich</i>');",
            deno="await Deno.jupyter.broadcast('display_data', {"
            " data: { 'text/plain': 'plain', 'text/html': '<i>rich</i>' }, metadata: { kept: true } });",
        )
    )
    shown = answer.of('display_data')
    equal('number of displays', len(shown), 1)
    equal('data', shown[0]['data'], {'text/plain': 'plain', 'text/html': '<i>rich</i>'})
    equal('metadata', shown[0]['metadata'], {'kept': True})


@check('display_data: a name comes as transient.display_id')
def named(kernel: Session) -> None:
    [shown] = kernel.execute(display('first')).of('display_data')
    equal('display_id', bool(shown.get('transient', {}).get('display_id')), True)


@check('update_display_data: replaces under the same name, from a later cell')
def updated(kernel: Session) -> None:
    [shown] = kernel.execute(display('before', 'two')).of('display_data')
    answer = kernel.execute(display('after', 'two', update=True))
    equal('new displays', answer.of('display_data'), [])
    [update] = answer.of('update_display_data')
    equal('display_id', update['transient']['display_id'], shown['transient']['display_id'])
    equal('html', update['data'].get('text/html'), '<b>after</b>')


@check('clear_output: at once, and when the next output comes')
def cleared(kernel: Session) -> None:
    answer = kernel.execute(
        Cell(
            python='from IPython.display import clear_output\nclear_output()\nclear_output(wait=True)',
            lineage='kernel!.clear();\nkernel!.clear(true);',
            deno="await Deno.jupyter.broadcast('clear_output', { wait: false });\n"
            "await Deno.jupyter.broadcast('clear_output', { wait: true });",
        )
    )
    equal('waits', [one['wait'] for one in answer.of('clear_output')], [False, True])
