import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { LabServer } from './lab-server';

const clone = path.resolve(__dirname, '../..');
const program = process.env.LINEAGE_CHROMIUM ?? '/usr/bin/chromium';

/** One notebook in JupyterLab in Chromium, handled as a reader does: by menus, keys and the mouse. */
export class LabPage {
  private constructor(
    private readonly browser: BrowserContext,
    private readonly page: Page,
  ) {}

  /** @param folder an empty folder for the browser's profile  @param notebook its path in the clone */
  static async open({ url, token }: LabServer, notebook: string, folder: string): Promise<LabPage> {
    if (!existsSync(program))
      throw new Error(
        `expected Chromium at ${program}, got nothing there: install it or name it in LINEAGE_CHROMIUM`,
      );
    const quiet = [
      'disable-quic',
      'disable-background-networking',
      'disable-component-update',
      'disable-sync',
    ];
    const flags = ['no-sandbox', 'disable-gpu', 'no-first-run', ...quiet].map((flag) => `--${flag}`);
    const browser = await chromium.launchPersistentContext(folder, {
      executablePath: program,
      headless: true,
      viewport: { width: 1300, height: 1000 },
      args: flags,
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${url}lab/workspaces/test-${Date.now()}/tree/${notebook}?token=${token}`);
    for (const sign of ['.jp-CodeCell', '.jp-Notebook-ExecutionIndicator[data-status="idle"]'])
      await page.waitForSelector(sign, { state: 'attached' });
    // JupyterLab draws the cells one after the other.
    const { cells } = JSON.parse(readFileSync(path.join(clone, notebook), 'utf8')) as { cells: unknown[] };
    await page.waitForFunction((n) => document.querySelectorAll('.jp-Cell').length >= n, cells.length);
    return new LabPage(browser, page);
  }

  /** Chooses `item` of the menu `menu`. */
  async choose(menu: string, item: string): Promise<void> {
    await this.page.click(`.lm-MenuBar-item:has-text("${menu}")`);
    await this.page.click(`.lm-Menu-item:has-text("${item}")`);
  }

  /** Presses the stop button. */
  async stop(): Promise<void> {
    await this.page.click('[data-command="notebook:interrupt-kernel"], button[title*="Interrupt"]');
  }

  /** The text of the code cell that contains `source`, with what is shown under it. */
  text(source: string): Promise<string> {
    return this.inCell(source, (cell) => cell.textContent ?? '');
  }

  /** The address of the picture that a cell shows, which holds the picture itself; empty where it shows none. */
  pictureOf(source: string): Promise<string> {
    return this.inCell(
      source,
      (cell) => cell.querySelector<HTMLImageElement>('.jp-OutputArea img')?.src ?? '',
    );
  }

  /** The places of the code cells that show a picture, a chart or a table, from 0. */
  shown(): Promise<number[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.jp-CodeCell')].flatMap((cell, place) =>
        cell.querySelector('.jp-OutputArea :is(img, svg, canvas, table)') ? [place] : [],
      ),
    );
  }

  /** What cells show as an error, and what they print to stderr. */
  complaints(): Promise<string[]> {
    return this.page.evaluate(() => {
      const kinds = ['application/vnd.jupyter.error', 'application/vnd.jupyter.stderr'];
      const chosen = kinds.map((kind) => `.jp-OutputArea-output[data-mime-type="${kind}"]`).join(', ');
      return [...document.querySelectorAll(chosen)].map(({ textContent }) => textContent ?? '');
    });
  }

  /** Goes over to a theme, such as `JupyterLab Dark`. */
  async theme(name: string): Promise<void> {
    await this.page.click('.lm-MenuBar-item:has-text("Settings")');
    await this.page.hover('.lm-Menu-item:has-text("Theme")');
    await this.page.click(`.lm-Menu-item:has-text("${name}")`);
    const light = String(!name.includes('Dark'));
    await this.page.waitForSelector(`body[data-jp-theme-light="${light}"]`, { state: 'attached' });
  }

  /** Keeps a picture of what the code cell at a place shows. */
  async pictureOfOutput(place: number, file: string): Promise<void> {
    const area = this.page.locator('.jp-CodeCell').nth(place).locator('.jp-OutputArea').first();
    await area.scrollIntoViewIfNeeded();
    await this.page.waitForTimeout(300);
    await area.screenshot({ path: file });
  }

  /** How many interactive charts a cell shows. */
  charts(source: string): Promise<number> {
    return this.inCell(source, (cell) => cell.querySelectorAll('.vega-embed .marks').length);
  }

  /** The prompts beside the code cells, `[3]:` or `[*]:`. */
  prompts(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(
        (prompt) => prompt.textContent ?? '',
      ),
    );
  }

  /** Waits until no cell is running or waiting; the seconds that took. */
  async idle(seconds: number): Promise<number> {
    const begun = Date.now();
    await this.until(async () => !(await this.prompts()).some((prompt) => prompt.includes('*')), seconds);
    return (Date.now() - begun) / 1000;
  }

  /** Waits until `done` holds, asking four times a second. */
  async until(done: () => Promise<boolean>, seconds: number): Promise<void> {
    for (const limit = Date.now() + seconds * 1000; !(await done()); await this.page.waitForTimeout(250))
      if (Date.now() > limit) throw new Error(`JupyterLab: expected it within ${seconds} s: ${done}`);
  }

  /** Replaces the line of code that contains `text`. */
  async replaceLine(text: string, line: string): Promise<void> {
    await this.inCell(text, (cell) => cell.scrollIntoView({ block: 'center' }));
    await this.page.locator('.cm-line', { hasText: text }).first().click();
    for (const key of ['Home', 'Shift+End']) await this.page.keyboard.press(key);
    await this.page.keyboard.type(line);
  }

  /** Writes a new cell below the one that contains `text`, and runs it. */
  async insertBelow(text: string, code: string): Promise<void> {
    await this.inCell(text, (cell) => cell.scrollIntoView({ block: 'center' }));
    await this.page.locator('.cm-line', { hasText: text }).first().click();
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('b');
    await this.page.keyboard.press('Enter');
    // As pasted: JupyterLab would close brackets and indent what is typed.
    await this.page.keyboard.insertText(code);
    await this.page.keyboard.press('Control+Enter');
  }

  /** Moves the mouse over the chart of a cell; the first tooltip that appears, or an empty text. */
  async hover(source: string): Promise<string> {
    const chart = '.vega-embed canvas, .vega-embed svg';
    await this.inCell(source, (cell) =>
      cell.querySelector('.vega-embed')?.scrollIntoView({ block: 'center' }),
    );
    await this.page.waitForTimeout(1500);
    const place = await this.inCell(
      source,
      (cell, selector) => cell.querySelector(selector)?.getBoundingClientRect().toJSON() as DOMRect,
      chart,
    );
    for (const down of [0.3, 0.5, 0.7]) {
      await this.page.mouse.move(place.x + place.width / 2, place.y + place.height * down, { steps: 5 });
      await this.page.waitForTimeout(400);
      const tip = await this.page.locator('#vg-tooltip-element.visible').allTextContents();
      if (tip.length > 0) return tip[0];
    }
    return '';
  }

  /** Keeps a picture of the page with the cell that contains `source` in the middle, to be looked at. */
  async picture(source: string, file: string): Promise<void> {
    // Twice, for what comes into view on the way is drawn only then, and moves the cell.
    for (let times = 0; times < 2; times++) {
      await this.inCell(source, (cell) => cell.scrollIntoView({ block: 'center' }));
      await this.page.waitForTimeout(500);
    }
    await this.page.screenshot({ path: file });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private inCell<T>(source: string, look: (cell: Element, more: string) => T, more = ''): Promise<T> {
    return this.page.evaluate(
      ([wanted, code, argument]) => {
        const cells = [...document.querySelectorAll('.jp-CodeCell')];
        const cell = cells.find(({ textContent }) => textContent?.includes(wanted));
        if (!cell) throw new Error(`expected a cell with ${wanted}, got none`);
        return new Function('cell', 'more', `return (${code})(cell, more)`)(cell, argument);
      },
      [source, look.toString(), more],
    );
  }
}
