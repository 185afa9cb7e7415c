import { spawn } from 'node:child_process';
import { kill, track } from './children.mjs';
import { note } from './lock.mjs';
import { root } from './paths.mjs';

/**
 * Runs a program to its end and keeps what it printed. Never rejects: a program that can't be started ends with 127.
 *
 * @param {object} [options]
 * @param {number} [options.seconds] after which the program is ended
 * @param {() => string | undefined} [options.giveUp] asked every second; a returned reason ends the program
 * @returns {Promise<{ code: number | null, signal: string | null, output: string, gaveUp?: string }>}
 */
export function run(command, args, { cwd = root, env = process.env, seconds, giveUp } = {}) {
  return new Promise((resolve) => {
    const group = process.platform !== 'win32';
    const child = spawn(command, args, { cwd, env, detached: group, stdio: ['ignore', 'pipe', 'pipe'] });
    track(child, { group });
    note(child.pid);
    let output = '';
    let gaveUp;
    const keep = (text) => {
      output = (output + text).slice(-200_000);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const stop = (why) => {
      gaveUp ??= why;
      kill(child, 'SIGKILL');
    };
    const limit = seconds && setTimeout(() => stop(`no end after ${seconds} s`), seconds * 1000);
    const watch = giveUp && setInterval(() => giveUp() && stop(giveUp()), 1000);
    const done = (code, signal) => {
      clearTimeout(limit);
      clearInterval(watch);
      resolve({ code, signal, output, gaveUp });
    };
    child.once('error', (error) => {
      keep(error.message);
      done(127, null);
    });
    child.once('close', done);
  });
}

/**
 * Runs a program that talks to the reader itself.
 *
 * @param {object} [options]
 * @param {(text: string) => void} [options.listen] hears what the program prints
 * @param {boolean} [options.last] nothing comes after it: stopping it is how it ends
 * @returns {Promise<number>} its exit code
 */
export function attach(command, args, { env = process.env, listen, last } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = listen ? ['inherit', 'pipe', 'inherit'] : 'inherit';
    const child = spawn(command, args, { cwd: root, env, stdio });
    track(child, { last });
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      listen(text);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
