import { send } from './send';

/** Shows a piece of HTML, and `text` where HTML can't be drawn; styles belong in the elements' `style`. */
export function html(markup: string, text: string): void {
  send({ 'text/html': markup, 'text/plain': text }, 'text');
}
