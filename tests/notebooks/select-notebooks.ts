import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The notebooks that the selectors mean, in the course's order: a number prefix (`06` means the notebook and its
 * solution) or a path; without selectors all of them.
 *
 * @param root the folder of the clone; the notebooks lie in `notebooks/` and `notebooks/solutions/`
 * @throws Error when a selector, or the whole course, has no notebook
 */
export function selectNotebooks(root: string, selectors: readonly string[]): string[] {
  const all = [
    ...inFolder(path.join(root, 'notebooks')),
    ...inFolder(path.join(root, 'notebooks', 'solutions')),
  ];
  const chosen = selectors.length === 0 ? all : selectors.flatMap((selector) => match(root, all, selector));
  if (chosen.length === 0) throw new Error(`no notebooks found in ${path.join(root, 'notebooks')}`);
  return [...new Set(chosen)].sort(byNumber);
}

function match(root: string, all: readonly string[], selector: string): string[] {
  if (/^\d+$/.test(selector)) {
    const found = all.filter((file) => numberOf(file) === Number(selector));
    if (found.length > 0) return found;
    throw new Error(
      `no notebook has the number ${selector}; there are ${[...new Set(all.map(label))].join(', ') || 'none'}`,
    );
  }
  for (const folder of [process.cwd(), root]) {
    const file = path.resolve(folder, selector);
    if (file.endsWith('.ipynb') && existsSync(file) && statSync(file).isFile()) return [file];
  }
  throw new Error(`${selector}: expected a notebook's number such as 06, or the path of an .ipynb file`);
}

function inFolder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.ipynb') && !name.startsWith('.'));
  return names.map((name) => path.join(folder, name));
}

function byNumber(left: string, right: string): number {
  const key = (file: string) => `${path.basename(file)} ${path.dirname(file)}`;
  return numberOf(left) - numberOf(right) || key(left).localeCompare(key(right));
}

function numberOf(file: string): number {
  return Number.parseInt(path.basename(file), 10);
}

function label(file: string): string {
  return path.basename(file, '.ipynb');
}
