import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type LabServer, startLab } from './lab-server';
import { Lesson } from './lesson';

const notebooks = path.resolve(__dirname, '../../notebooks');
/** Which lessons, by their numbers, such as `01 04`; all, if nothing is said. */
const wanted = process.env.LINEAGE_LESSONS?.split(/[\s,]+/).filter(Boolean);
const lessons = readdirSync(notebooks)
  .filter((name) => name.endsWith('.ipynb') && (!wanted || wanted.includes(name.slice(0, 2))))
  .sort();

let server: LabServer;
beforeAll(async () => {
  server = await startLab();
});
afterAll(() => server?.stop());

test.each(lessons)(
  '%s runs from top to bottom in JupyterLab, and is pictured in light and dark',
  async (name) => {
    const lesson = await Lesson.open(server, name);
    try {
      const { lab } = lesson;
      await lab.choose('Run', 'Run All Cells');
      await lab.idle(280);
      expect((await lab.prompts()).every((prompt) => /\[\d+\]/.test(prompt))).toBe(true);
      expect(await lab.complaints()).toEqual([]);
      const shown = await lab.shown();
      expect(shown.length).toBeGreaterThan(3);
      for (const theme of ['Light', 'Dark']) {
        await lab.theme(`JupyterLab ${theme}`);
        for (const place of shown)
          await lab.pictureOfOutput(place, lesson.picture(`${theme}-${String(place).padStart(2, '0')}`));
      }
    } finally {
      await lesson.close();
      console.log(`What the browser showed of ${name}: ${lesson.folder}`);
    }
  },
  600_000,
);
