import fs from 'node:fs';
import path from 'node:path';
import { scratch } from '../paths.mjs';
import { pip } from '../pip.mjs';
import { Problem } from '../problem.mjs';
import { pythonEnvironment } from '../python.mjs';
import { reason } from '../reason.mjs';
import { size, step } from '../report.mjs';
import { run } from '../run.mjs';
import { expectSpace, weigh } from '../space.mjs';
import { tools } from '../tools.mjs';
import { openZip } from '../zip.mjs';
import { build } from './build.mjs';
import { home, settle } from './library.mjs';
import { probe } from './probe.mjs';

const version = '2.21.0';
const bytes = { download: 274e6, unpacked: 860e6 };

/** The wheel for this system, whatever the Python that runs pip; an index that lacks it is not asked twice. */
const flags = [
  ...['--no-deps', '--only-binary=:all:', '--no-cache-dir', '--retries=0', '--timeout=15'],
  ...['--python-version=3.11', '--implementation=cp', '--abi=cp311', '--platform=manylinux_2_27_x86_64'],
];

/** Gets the library out of the wheel that pip offers. @returns {Promise<string | undefined>} why not, if not */
export async function wheel() {
  const lack = unsupported() ?? lacking(await tools());
  if (lack) {
    console.log(`• TensorFlow’s library, out of pip’s tensorflow-cpu … not available: ${lack}`);
    return lack;
  }
  expectSpace('TensorFlow’s library', bytes.download + bytes.unpacked);
  return await unpack(left() ?? (await download()));
}

/** The wheel is for Linux on x64 with glibc. */
function unsupported() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `none for ${process.platform}-${process.arch}`;
  process.report.excludeNetwork = true;
  const { glibcVersionRuntime } = process.report.getReport().header;
  return glibcVersionRuntime ? undefined : 'none for a Linux without glibc';
}

/** Which of the tools is missing, and how to get it. */
export function lacking({ python, compiler }) {
  const missing = [!python && 'Python 3.9 or newer', !compiler && 'g++'].filter(Boolean);
  const names = [!python && 'python3 python3-venv', !compiler && 'g++'].filter(Boolean).join(' ');
  return missing.length
    ? `${missing.join(' and ')} not found (Debian, Ubuntu: sudo apt install ${names})`
    : undefined;
}

/** A wheel that an earlier run had downloaded before it was stopped, if it is whole. */
function left() {
  const folder = scratch('wheel');
  if (!fs.existsSync(folder)) return undefined;
  const name = fs.readdirSync(folder).find((file) => file.startsWith(`tensorflow_cpu-${version}`));
  const file = name && path.join(folder, name);
  try {
    if (file) openZip(file);
    return file;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    fs.rmSync(file);
  }
}

async function download() {
  const [program, ...pipArguments] = await pip();
  fs.rmSync(scratch('pip'), { recursive: true, force: true });
  fs.mkdirSync(scratch('pip'), { recursive: true });
  const args = [...pipArguments, 'download', ...flags, '-d', scratch('wheel'), `tensorflow-cpu==${version}`];
  const env = { ...pythonEnvironment(), TMPDIR: scratch('pip') };
  const label = `TensorFlow ${version}, out of pip’s tensorflow-cpu: download, ${size(bytes.download)}`;
  const progress = () => size(weigh(scratch('pip')) + weigh(scratch('wheel')));
  let why;
  await step(
    label,
    async () => {
      const result = await run(program, args, { env });
      why = result.code === 0 && left() ? undefined : reason(result);
      return why ? `not available: ${why}` : 'downloaded';
    },
    progress,
  );
  if (why) throw new Problem(why);
  return left();
}

async function unpack(file) {
  let why;
  await step(
    `TensorFlow ${version}: unpack and build, ${size(bytes.unpacked)}`,
    async () => {
      const made = scratch('tensorflow');
      fs.rmSync(made, { recursive: true, force: true });
      await build(file, made);
      fs.rmSync(home(), { recursive: true, force: true });
      fs.renameSync(made, home());
      settle();
      why = await probe();
      return why ? `failed: ${why}` : 'installed';
    },
    () => size(weigh(scratch('tensorflow'))),
  );
  return why;
}
