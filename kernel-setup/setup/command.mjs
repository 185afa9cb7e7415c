import { stopOnSignals } from './children.mjs';
import { Problem } from './problem.mjs';

/** What the file system answers, and what it means. */
const meanings = {
  ENOSPC: ['the disk is full', 'make room, then type the same command again'],
  EROFS: ['the clone lies on a read-only disk', 'clone it to a folder that you can write'],
  EACCES: ['a file of the clone may not be written', 'give yourself the rights on the clone’s folder'],
};

const oldestNode = 20;

/**
 * Runs one of the course's commands: its exit code is what `work` returns, a problem is shown in plain words.
 *
 * @param {(args: string[]) => Promise<number | undefined>} work
 */
export async function command(work) {
  stopOnSignals();
  try {
    expectNode();
    process.exitCode = (await work(process.argv.slice(2))) ?? 0;
  } catch (error) {
    show(error);
    process.exitCode = 1;
  }
}

function expectNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= oldestNode) return;
  throw new Problem(`expected Node ${oldestNode} or newer, got ${version}`, 'install it from nodejs.org');
}

function show(error) {
  const [reason, advice] = meanings[error.code] ?? [error.message, error.advice];
  if (!(error instanceof Problem) && !meanings[error.code]) console.error(error);
  else console.error(`✗ ${reason}${error.path ? ` (${error.path})` : ''}${advice ? `\n  → ${advice}` : ''}`);
}
