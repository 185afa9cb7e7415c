import { escapeText } from './escape-text';
import type { Bundle } from './send';
import { words } from './words';

/** How a claim came out. */
export type Verdict = 'met' | 'missed' | 'notChecked';

/** A claim in words. */
export interface ClaimRow {
  readonly name: string;
  readonly figure: string;
  readonly bound: string;
  readonly published?: string;
  readonly verdict: Verdict;
  /** Why it wasn't checked. */
  readonly reason?: string;
}

/** A claim as one line that reads in a dark and a light JupyterLab. */
export function claimRow({ name, figure, bound, published, verdict, reason }: ClaimRow): Bundle {
  const said = words.claim[verdict] + (verdict === 'notChecked' ? ` (${reason})` : '');
  const source = published ? `${words.published}: ${published}` : '';
  const { sign, colour } = looks[verdict];
  const quiet = [`${words.expected} ${bound}`, source, verdict === 'met' ? '' : said]
    .filter(Boolean)
    .join(' · ');
  return {
    'text/html':
      `<div style="border-left: 4px solid ${colour}; padding: 2px 10px; margin: 2px 0">` +
      `<span style="color: ${colour}; font-weight: bold">${sign}</span> ` +
      `<strong>${escapeText(`${name} ${figure}`)}</strong> <span style="opacity: 0.75">${escapeText(quiet)}</span></div>`,
    'text/plain': `${claimText(said, name, figure, bound)}${source && ` (${source})`}`,
  };
}

/** The claim as a sentence, such as `claim missed: test accuracy 0.953, expected at least 0.97`. */
export function claimText(said: string, name: string, figure: string, bound: string): string {
  return `${said}: ${name} ${figure}, ${words.expected} ${bound}`;
}

/** Colours that stand out from white and from near-black. */
const looks: Record<Verdict, { sign: string; colour: string }> = {
  met: { sign: '✓', colour: '#2da44e' },
  missed: { sign: '✗', colour: '#e5484d' },
  notChecked: { sign: '○', colour: '#8c959f' },
};
