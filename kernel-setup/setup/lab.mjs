import fs from 'node:fs';
import { at, root, venvPython } from './paths.mjs';
import { pythonEnvironment } from './python.mjs';
import { attach } from './run.mjs';
import { stamped, writeWhole } from './stamp.mjs';

const first = 'notebooks/00-start-here.ipynb';

/** The page that JupyterLab opens on. */
const opening = () => (fs.existsSync(at(first)) ? `/lab/tree/${first}` : '/lab');

/** JupyterLab's environment: everything it keeps stays in the clone. */
export function labEnvironment(env = process.env) {
  const kept = ['config', 'data', 'runtime', 'settings', 'workspaces', 'ipython'];
  const [config, data, runtime, settings, workspaces, ipython] = kept.map((name) => at('.jupyter', name));
  return {
    ...pythonEnvironment(env),
    JUPYTER_CONFIG_DIR: config,
    JUPYTER_DATA_DIR: data,
    JUPYTER_RUNTIME_DIR: runtime,
    JUPYTERLAB_SETTINGS_DIR: settings,
    JUPYTERLAB_WORKSPACES_DIR: workspaces,
    IPYTHONDIR: ipython,
  };
}

/** JupyterLab's arguments: the clone as its root, our kernel alone, and no calls to the network. */
export function labArguments(extra = []) {
  return [
    ...['-m', 'jupyterlab', '-y'],
    `--ServerApp.root_dir=${root}`,
    `--LabApp.default_url=${opening()}`,
    '--KernelSpecManager.ensure_native_kernel=False',
    '--KernelSpecManager.allowed_kernelspecs=lineage',
    '--MappingKernelManager.default_kernel_name=lineage',
    '--LabApp.extension_manager=readonly',
    '--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate',
    '--LanguageServerManager.autodetect=False',
    '--Application.log_level=WARN',
    ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
    ...extra,
  ];
}

/** Settings that a reader may change in Lab: no question about news at the first start. */
export function writeLabSettings() {
  const settings = {
    '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false },
  };
  writeWhole(at('.venv/share/jupyter/lab/settings/overrides.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/** Opens JupyterLab until the reader ends it; its exit code. @param {(url: string) => void} ready told the address */
export async function openLab(args, ready) {
  const before = new Set(servers());
  const watch = setInterval(() => {
    const file = servers().find((name) => !before.has(name));
    const server = file && stamped(at('.jupyter/runtime', file));
    if (!server) return;
    clearInterval(watch);
    ready(`${server.url.replace(/\/$/, '')}${opening()}?token=${server.token}`);
  }, 50);
  try {
    return await attach(venvPython, labArguments(args), { env: labEnvironment(), last: true });
  } finally {
    clearInterval(watch);
  }
}

/** What running Jupyter servers have written about themselves. */
function servers() {
  const folder = at('.jupyter/runtime');
  return fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => /^jpserver-\d+\.json$/.test(name))
    : [];
}
