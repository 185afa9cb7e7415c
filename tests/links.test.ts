import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readNotebook } from './notebooks/notebook';

const root = path.join(__dirname, '..');
const notebooks = ['notebooks', 'notebooks/solutions'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => /^\d\d-.*\.ipynb$/.test(name))
    .map((name) => path.join(folder, name)),
);

/** The prose of a notebook or of a Markdown file, without its code. */
function prose(file: string): string {
  if (!file.endsWith('.ipynb')) return withoutCode(readFileSync(path.join(root, file), 'utf8'));
  const { cells } = readNotebook(path.join(root, file));
  const texts = cells.filter(({ cell_type }) => cell_type === 'markdown').map(({ source }) => source);
  return withoutCode(texts.join('\n\n'));
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');
}

/** The targets of `[text](target)` and `![text](target)` in the prose that aren't on the web. */
function targets(markdown: string): string[] {
  const all = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
  return all.filter((target) => !/^[a-z]+:/.test(target));
}

/** A heading's anchor: JupyterLab writes hyphens for spaces, GitHub also small letters and no punctuation. */
function anchors(file: string): string[] {
  const headings = [...prose(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading.trim());
  if (file.endsWith('.ipynb')) return headings.map((heading) => heading.replace(/ /g, '-'));
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );
}

/** What is wrong with the links that `markdown`, which stands in `file`, holds. */
function broken(file: string, markdown: string): string[] {
  return targets(markdown).flatMap((target) => {
    const [place, anchor] = decodeURI(target).split('#');
    const linked = place === '' ? file : path.join(path.dirname(file), place);
    if (!existsSync(path.join(root, linked))) return [`${file}: ${target}: there is no ${linked}`];
    if (anchor === undefined || anchors(linked).includes(anchor)) return [];
    return [`${file}: ${target}: expected one of the headings ${anchors(linked).join(', ')} in ${linked}`];
  });
}

test.each(['README.md', ...notebooks])('every link of %s points at something that exists', (file) => {
  expect(broken(file, prose(file))).toEqual([]);
});

test('every exercise links to its solution by its id, the solutions back, and the README to every notebook', () => {
  const readme = targets(prose('README.md'));
  const lessons = notebooks.filter((file) => path.dirname(file) === 'notebooks');
  expect(lessons.length).toBeGreaterThanOrEqual(4);
  for (const lesson of lessons) {
    const name = path.basename(lesson);
    expect(readme).toContain(lesson);
    const ids = targets(prose(lesson)).flatMap((target) => target.split(`solutions/${name}#`)[1] ?? []);
    expect(ids).toEqual([1, 2, 3].map((number) => `${name.slice(0, 2)}.${number}`));
    const back = targets(prose(`notebooks/solutions/${name}`)).map((target) => target.split('#')[0]);
    expect(back).toContain(`../${name}`);
  }
});

test('a link to a missing file, a missing heading and a web page', () => {
  const lines = ['[a](lib/absent.ts)', '[b](#Absent)', '![c](site/map.png)', '[d](https://nodejs.org)'];
  const found = broken('README.md', lines.join(' '));
  expect(found).toHaveLength(2);
  expect(found[0]).toBe('README.md: lib/absent.ts: there is no lib/absent.ts');
  expect(found[1]).toMatch(
    /^README\.md: #Absent: expected one of the headings .*the-notebooks.* in README\.md$/,
  );
});
