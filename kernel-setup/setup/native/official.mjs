import fs from 'node:fs';
import path from 'node:path';
import { at, scratch } from '../paths.mjs';
import { reason } from '../reason.mjs';
import { size, step } from '../report.mjs';
import { run } from '../run.mjs';
import { expectSpace, weigh } from '../space.mjs';
import { settle, tfjsNode } from './library.mjs';
import { probe } from './probe.mjs';

const patience = { firstByte: 20, all: 600 }; // seconds

/** Gets the library as tfjs-node's own installer does. @returns {Promise<string | undefined>} why not, if not */
export async function official() {
  let failure;
  const before = clear();
  const arrived = () =>
    weigh(tfjsNode('deps')) + weigh(tfjsNode('scripts')) + weigh(tfjsNode('lib')) - before;
  const from = performance.now();
  const silent = () =>
    performance.now() - from > patience.firstByte * 1000 && arrived() === 0
      ? `no answer in ${patience.firstByte} s`
      : undefined;
  await step(
    'TensorFlow’s library, official build, about 130 MB to download',
    async () => {
      expectSpace('TensorFlow’s library', 700e6);
      const options = { cwd: tfjsNode(), env: environment(), seconds: patience.all, giveUp: silent };
      const result = await run(process.execPath, ['scripts/install.js'], options);
      failure = result.code === 0 ? undefined : reason(result);
      if (!failure) settle();
      failure ??= await probe();
      return failure ? `not available: ${failure}` : 'installed';
    },
    () => size(arrived()),
  );
  if (failure) clear();
  return failure;
}

/** Empties what an earlier attempt left in the package; what the installer's own scripts weigh. */
function clear() {
  for (const folder of ['deps', 'lib']) fs.rmSync(tfjsNode(folder), { recursive: true, force: true });
  fs.rmSync(tfjsNode('scripts/_tmp.zip'), { force: true });
  return weigh(tfjsNode('scripts'));
}

/** The installer calls its tools by name and would keep files in the reader's home. */
function environment() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [at('node_modules/.bin'), path.dirname(process.execPath), process.env[name]];
  fs.mkdirSync(scratch(), { recursive: true });
  return {
    ...process.env,
    [name]: folders.join(path.delimiter),
    TMPDIR: scratch(),
    npm_config_devdir: scratch('gyp'),
  };
}
