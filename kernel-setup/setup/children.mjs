import os from 'node:os';

/** The programs that set-up has started, each with whether it leads a process group of its own. */
const running = new Map();
let signal;

/** Ends a program, and with it whatever it started in its process group. */
export function kill(child, name = 'SIGTERM') {
  try {
    if (running.get(child)?.group) process.kill(-child.pid, name);
    else child.kill(name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it has just ended by itself
  }
}

/**
 * Keeps count of a program until it ends; a stop asked for meanwhile takes effect then.
 *
 * @param {object} [options]
 * @param {boolean} [options.group] it leads a process group of its own
 * @param {boolean} [options.last] nothing comes after it: stopping it is how it ends
 */
export function track(child, { group = false, last = false } = {}) {
  running.set(child, { group });
  const ended = () => {
    running.delete(child);
    if (signal && running.size === 0 && !last) leave();
  };
  child.once('close', ended);
  child.once('error', ended);
}

/** Ctrl-C, a closed terminal or `kill` ends the programs first, then us: nothing is left running behind the reader. */
export function stopOnSignals() {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, () => {
      signal ??= name;
      if (running.size === 0) leave();
      for (const [child, { group }] of running) {
        // A program in our own process group has had the terminal's Ctrl-C already.
        if (group || name !== 'SIGINT' || !process.stdin.isTTY) kill(child, name);
      }
    });
}

function leave() {
  console.log('\nStopped. The same command goes on from here.');
  process.exit(128 + os.constants.signals[signal]);
}
