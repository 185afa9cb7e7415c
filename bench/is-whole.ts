import type { Results } from './results';
import type { Row } from './row';

/** Whether every row was done by all its contenders, but for those that need a package which not everybody has. */
export function isWhole(rows: readonly Row[], { rows: measured }: Pick<Results, 'rows'>): boolean {
  return rows.every(({ name, contenders }) => {
    const times = measured.find((row) => row.name === name)?.times ?? {};
    return contenders.every(({ label, needs }) => needs !== undefined || label in times);
  });
}
