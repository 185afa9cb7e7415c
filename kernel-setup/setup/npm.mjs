import fs from 'node:fs';
import path from 'node:path';

/** npm's own script, to be run by this very Node: the one that started us, else the one beside Node. */
export function npm(env = process.env, node = process.execPath) {
  const started = env.npm_execpath;
  if (started && /npm-cli\.c?js$/.test(started)) return started;
  const folder = path.dirname(fs.realpathSync(node));
  const places = ['../lib/node_modules', 'node_modules', '../share/nodejs', '../lib'];
  return places
    .map((place) => path.join(folder, place, 'npm/bin/npm-cli.js'))
    .find((script) => fs.existsSync(script));
}

/** Where npm may keep its cache; undefined if the reader's own folder can be written. */
export function cacheElsewhere(instead, env = process.env) {
  let folder = env.npm_config_cache ?? path.join(env.HOME ?? env.LOCALAPPDATA ?? instead, '.npm');
  while (!fs.existsSync(folder) && folder !== path.dirname(folder)) folder = path.dirname(folder);
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return undefined;
  } catch {
    return instead;
  }
}
