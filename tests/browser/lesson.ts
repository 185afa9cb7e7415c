import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { LabPage } from './lab-page';
import type { LabServer } from './lab-server';

const clone = path.resolve(__dirname, '../..');

/** A copy of a notebook opened in JupyterLab, which saves what it shows; and a folder for pictures of it. */
export class Lesson {
  private constructor(
    readonly lab: LabPage,
    /** Relative to the clone. */
    readonly folder: string,
  ) {}

  /** @param notebook its file name in `notebooks/` */
  static async open(server: LabServer, notebook: string): Promise<Lesson> {
    mkdirSync(path.join(clone, 'dist'), { recursive: true });
    // JupyterLab opens nothing in a hidden folder.
    const folder = mkdtempSync(path.join(clone, 'dist', `browser-${notebook.slice(0, 2)}-`));
    cpSync(path.join(clone, 'notebooks', notebook), path.join(folder, notebook));
    const copy = path.relative(clone, path.join(folder, notebook)).split(path.sep).join('/');
    const lab = await LabPage.open(server, copy, path.join(folder, 'profile'));
    return new Lesson(lab, path.relative(clone, folder));
  }

  /** The file for a picture of this name. */
  picture(name: string): string {
    return path.join(clone, this.folder, `${name}.png`);
  }

  async close(): Promise<void> {
    await this.lab.close();
    rmSync(path.join(clone, this.folder, 'profile'), { recursive: true, force: true });
  }
}
