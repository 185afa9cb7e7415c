import type { Contender } from './row';

/** The four ways that every row is done. */
export const contenders: readonly Contender[] = [
  { side: 'ours', variant: 'compiled', label: 'ours compiled', same: true },
  { side: 'torch', variant: 'compile', label: 'torch.compile', same: true },
  { side: 'ours', variant: 'eager', label: 'ours eager', same: true },
  { side: 'torch', variant: 'eager', label: 'torch eager', same: true },
];
