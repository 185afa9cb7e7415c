import fs from 'node:fs';
import path from 'node:path';

/** Writes a file whole or not at all: aside, then renamed into place. */
export function writeWhole(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(aside, text);
  fs.renameSync(aside, file);
}

/** Marks a step as done, under the conditions that it was done for. */
export function stamp(file, conditions) {
  writeWhole(file, `${JSON.stringify(conditions, null, 2)}\n`);
}

/** The conditions a step was done for; undefined if it never ended, or its stamp can't be read. */
export function stamped(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether a step was done, and for these conditions. */
export function fits(file, conditions) {
  const done = stamped(file);
  return done !== undefined && Object.entries(conditions).every(([name, value]) => done[name] === value);
}
