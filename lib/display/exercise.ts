import { escapeText } from './escape-text';
import { send } from './send';
import { palette } from './theme';
import { words } from './words';

/**
 * Tells the reader whether an exercise is solved.
 *
 * @param id the notebook's number and the exercise's, such as `'06.1'`
 * @param solved what the check found; not yet where there is no answer
 * @param hint what an answer must be like, shown while it isn't solved
 */
export function exercise(id: string, solved: boolean | undefined, hint: string): void {
  const text = solved ? words.exercise.solved(id) : words.exercise.notYet(id, hint);
  const [sign, colour] = solved ? ['✓', palette[2]] : ['○', palette[1]];
  const html = `<div><span style="color: ${colour}; font-weight: bold">${sign}</span> ${escapeText(text)}</div>`;
  send({ 'text/html': html, 'text/plain': `${sign} ${text}` }, 'text');
}
