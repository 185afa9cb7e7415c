/** A row whose contenders did not compute the same: its times must not be compared. */
export class LossesDiffer extends Error {
  constructor(row: string, label: string, difference: number, allowed: number) {
    super(
      `${row}: ${label}: expected losses equal to ${allowed}, relative, got a difference of ${difference.toExponential(1)}. ` +
        'Its times are not comparable; is one side doing other arithmetic?',
    );
    this.name = 'LossesDiffer';
  }
}
