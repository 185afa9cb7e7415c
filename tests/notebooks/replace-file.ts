import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Replaces a file's text as a whole: written aside, then renamed, so that no reader ever sees half of it.
 *
 * @returns whether the text was another one before
 */
export function replaceFile(file: string, text: string): boolean {
  if (readFileSync(file, 'utf8') === text) return false;
  const aside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(aside, text);
    renameSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
  return true;
}
