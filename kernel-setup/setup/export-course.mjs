import fs from 'node:fs';
import path from 'node:path';
import { liveFigures } from '../export/live-figures.mjs';
import { withoutServers } from '../export/without-servers.mjs';
import { labEnvironment } from './lab.mjs';
import { at, venvPython } from './paths.mjs';
import { Problem } from './problem.mjs';
import { reason } from './reason.mjs';
import { step } from './report.mjs';
import { run } from './run.mjs';

const site = at('site/dist');

/** Turns notebooks and solutions into pages with Jupyter's nbconvert, aside, then puts them in place of the old ones. */
export async function exportCourse() {
  const aside = `${site}.tmp`;
  fs.rmSync(aside, { recursive: true, force: true });
  let pages = 0;
  for (const folder of ['', 'solutions']) {
    const names = notebooksIn(at('notebooks', folder));
    if (names.length === 0) continue;
    await step(`${names.length} pages of notebooks/${folder}`, async () => {
      await convert(names, path.join(aside, folder));
      return 'written';
    });
    pages += names.length;
  }
  if (pages === 0)
    throw new Problem('there is nothing to export: expected notebooks in notebooks/, got none');
  fs.rmSync(site, { recursive: true, force: true });
  fs.renameSync(aside, site);
  console.log(`${pages} pages in site/dist; start with site/dist/00-start-here.html`);
}

function notebooksIn(folder) {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.ipynb'));
  return names.sort().map((name) => path.join(folder, name));
}

async function convert(notebooks, to) {
  const args = ['-m', 'nbconvert', '--to', 'html', '--embed-images', '--output-dir', to, ...notebooks];
  const result = await run(venvPython, args, { env: labEnvironment() });
  if (result.code !== 0) throw new Problem(`nbconvert failed: ${reason(result)}`);
  for (const notebook of notebooks) {
    const file = path.join(to, `${path.basename(notebook, '.ipynb')}.html`);
    const page = liveFigures(fs.readFileSync(file, 'utf8'), JSON.parse(fs.readFileSync(notebook, 'utf8')));
    fs.writeFileSync(file, linkPages(withoutServers(page)));
  }
}

/** Links from notebook to notebook become links from page to page. */
export const linkPages = (html) => html.replace(/(href="(?!https?:)[^"#]*)\.ipynb(["#])/g, '$1.html$2');
