"""Asks kernels what a Jupyter client expects of them.

    python tests/kernel/conformance [kernelspec …] [--only words]

prints a line for each check, with several kernels a table, and at the end `N passed, N failed`.
The kernels are found by the names of their kernelspecs, as Jupyter finds them (see JUPYTER_PATH).
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from pathlib import Path
from typing import Dict, List

from check import checks
from runner import Outcome, Runner
from table import table


def main() -> int:
    parser = argparse.ArgumentParser(prog='conformance')
    parser.add_argument('kernels', nargs='*', default=['lineage'], help='names of kernelspecs')
    parser.add_argument('--only', default='', help='run the checks whose names contain this')
    options = parser.parse_args()
    for module in sorted(
        found.name for found in pkgutil.iter_modules([str(Path(__file__).parent / 'checks')])
    ):
        importlib.import_module(f'checks.{module}')
    wanted = [one for one in checks if options.only in one.name]
    wanted.sort(key=lambda one: one.fresh)  # so that all the others share one kernel
    outcomes: Dict[str, List[Outcome]] = {}
    for kernel in options.kernels:
        if len(options.kernels) > 1:
            print(f'\n{kernel}')
        outcomes[kernel] = Runner(kernel).run(wanted, report)
    if len(outcomes) > 1:
        print('\n' + comparison(outcomes))
    every = [one for each in outcomes.values() for one in each]
    passed = sum(one.passed for one in every)
    print(f'\n{passed} passed, {len(every) - passed} failed')
    return 0 if passed == len(every) > 0 else 1


def report(one: Outcome) -> None:
    """Prints how a check went, as soon as it is known."""
    reason = '' if one.passed else f'\n    {one.why}'
    print(f'{"✓" if one.passed else "✗"} {one.name} ({one.seconds:.2f} s){reason}', flush=True)


def comparison(outcomes: Dict[str, List[Outcome]]) -> str:
    """Every check beside every kernel, and the sums."""
    rows = [[same[0].name, *('✓' if one.passed else '✗' for one in same)] for same in zip(*outcomes.values())]
    sums = [f'{sum(one.passed for one in each)} of {len(each)}' for each in outcomes.values()]
    return table(['check', *outcomes], [*rows, ['passed', *sums]])


if __name__ == '__main__':
    sys.exit(main())
