import { escapeText } from './escape-text';
import { send } from './send';
import { ink } from './theme';

/** Shows one line that tells under which conditions the notebook runs; `conditions` says it to the runner. */
export function banner(strong: string, rest: string, conditions: Readonly<Record<string, string>>): void {
  send(
    {
      'text/html': `<div style="border-left: 4px solid ${ink.line}; padding: 2px 10px"><strong>${escapeText(strong)}</strong> · ${escapeText(rest)}</div>`,
      'text/plain': `${strong} · ${rest}`,
    },
    'banner',
    { conditions },
  );
}
