import fs from 'node:fs';
import os from 'node:os';
import { native } from './paths.mjs';
import { Problem } from './problem.mjs';

const file = native('setup.lock');
const patience = 600; // seconds
let held = false;

/**
 * Lets one set-up at a time work on this clone.
 *
 * Another one that is under way is waited for, and so is a program left running by a set-up that was killed:
 * two `npm ci` in one folder would spoil each other.
 */
export async function alone(work) {
  fs.mkdirSync(native(), { recursive: true });
  const from = Date.now();
  for (let told; !take(); told = true) {
    const owner = alive(read(file));
    if (!owner) fs.rmSync(file, { force: true });
    else if (Date.now() - from > patience * 1000)
      throw new Problem(
        `another set-up of this clone (process ${owner}) has not ended in ${patience} s`,
        `end process ${owner}, then type the same command again`,
      );
    else {
      if (!told)
        console.log(`• another set-up of this clone is under way (process ${owner}); waiting for it`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  held = true;
  const release = () => {
    if (held) fs.rmSync(file, { force: true });
    held = false;
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

/** Writes down which program set-up is waiting for, so that the next set-up knows of it should we be killed. */
export function note(child) {
  if (!held) return;
  fs.writeFileSync(`${file}.next`, JSON.stringify({ ...read(file), child }));
  fs.renameSync(`${file}.next`, file);
}

function take() {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, JSON.stringify({ pid: process.pid, since: Date.now() }));
  try {
    fs.linkSync(mine, file); // appears with its content, and only if there is none
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(mine);
  }
}

function read(path) {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8'));
  } catch {
    return {}; // gone, or cut short by a kill: nobody's
  }
}

/** The process that still owns a lock, if any: a lock from before the machine started names strangers. */
export function alive({ pid, child, since = 0 }, boot = Date.now() - os.uptime() * 1000) {
  if (since < boot) return undefined;
  return [pid, child].find((id) => id !== undefined && exists(id));
}

function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
