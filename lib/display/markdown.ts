import { send } from './send';

/** Shows text with Markdown's marks and TeX formulas. */
export function markdown(text: string): void {
  send({ 'text/markdown': text, 'text/plain': text }, 'text');
}
