import { isCode, type Notebook } from './notebook';

const notebookBytes = 800_000;
const pictureBytes = 60_000;

/**
 * What of a notebook is too large for git: the whole file above 800 kB, a PNG above 60 kB.
 *
 * @param bytes the size of the notebook's file
 */
export function sizeProblems(notebook: Notebook, bytes: number): string[] {
  const problems: string[] = [];
  if (bytes > notebookBytes)
    problems.push(`the notebook is ${kilobytes(bytes)}, above ${kilobytes(notebookBytes)}`);
  notebook.cells.forEach((cell, index) => {
    if (!isCode(cell)) return;
    for (const output of cell.outputs) {
      const picture = (output.data as Record<string, unknown> | undefined)?.['image/png'];
      const size = typeof picture === 'string' ? Buffer.byteLength(picture, 'base64') : 0;
      if (size > pictureBytes)
        problems.push(
          `cell ${index + 1} ('${cell.id}'): a PNG of ${kilobytes(size)}, above ${kilobytes(pictureBytes)}`,
        );
    }
  });
  return problems;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
