import { at } from './paths.mjs';
import { writeWhole } from './stamp.mjs';

/** Where JupyterLab finds our kernel. */
export const kernelspecFile = at('.venv/share/jupyter/kernels/lineage/kernel.json');

/**
 * How Jupyter starts a kernel: this Node on the compiled kernel, wherever the clone lies now.
 *
 * Without Node's source maps: it would parse those of every package, 37 MB for tfjs, and the kernel knows its own.
 */
export function kernelspec(node = process.execPath, entry = at('dist/kernel/main.js')) {
  return {
    argv: [node, entry, '{connection_file}'],
    display_name: 'TypeScript (Lineage)',
    language: 'typescript',
    interrupt_mode: 'message',
    env: { TF_CPP_MIN_LOG_LEVEL: '2' },
    metadata: { debugger: false },
  };
}

/** Writes the kernelspec; at every start, for Node or the clone may have moved. */
export function writeKernelspec() {
  writeWhole(kernelspecFile, `${JSON.stringify(kernelspec(), null, 2)}\n`);
}
