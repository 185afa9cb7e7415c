import { run } from './run.mjs';

const names =
  process.platform === 'win32' ? [['py', '-3'], ['python'], ['python3']] : [['python3'], ['python']];
const oldest = [3, 9];

let found;

/** The first Python on PATH that is new enough. @returns {Promise<{ command: string[], version: string } | undefined>} */
export function python() {
  found ??= look();
  return found;
}

async function look() {
  for (const command of names) {
    const [program, ...args] = command;
    const script = 'import sys; print("Python %d.%d.%d" % sys.version_info[:3])';
    const { output } = await run(program, [...args, '-c', script], { seconds: 20 });
    const [, version] = output.match(/^Python (\d+\.\d+\.\d+)\s*$/m) ?? [];
    if (version && newEnough(version)) return { command, version };
  }
}

/** Whether a version such as `3.11.7` will do. */
export function newEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** How to get Python on a platform. */
export function howToGetPython(platform = process.platform) {
  const what = `Python ${oldest.join('.')} or newer`;
  if (platform === 'win32') return `install ${what}: winget install Python.Python.3.12`;
  if (platform === 'darwin') return `install ${what}: brew install python (or from python.org)`;
  return `install ${what} with your system’s packages: sudo apt install python3 python3-venv (Debian, Ubuntu), sudo dnf install python3 (Fedora)`;
}

/** Settings of the reader's that would lead our own Python elsewhere. */
const misleading = [
  'PYTHONPATH',
  'PYTHONHOME',
  'PIP_TARGET',
  'PIP_PREFIX',
  'PIP_USER',
  'PIP_REQUIRE_VIRTUALENV',
];

/** The environment for our own Python: it sees no packages but its own. */
export function pythonEnvironment(env = process.env) {
  const kept = Object.entries(env).filter(([name]) => !misleading.includes(name));
  return { ...Object.fromEntries(kept), PYTHONNOUSERSITE: '1', PYTHONUTF8: '1' };
}
