import fs from 'node:fs';
import path from 'node:path';
import { at, scratch } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { reason } from '../reason.mjs';
import { run } from '../run.mjs';
import { tfjsNode } from './library.mjs';

/** The library's two parts, by the names under which they look for each other. */
export const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];

/**
 * Compiles tfjs-node's binding against TensorFlow's headers.
 *
 * Reading the 850 MB library takes the linker 10 s, and only to learn its name. So it links against empty
 * libraries of the same names; the real ones are found at run time in `deps/lib`, from wherever the clone lies.
 *
 * @param {string} include the headers  @param {string} binding the file to make
 */
export async function compile(include, binding) {
  const stubs = scratch('stubs');
  fs.mkdirSync(stubs, { recursive: true });
  fs.mkdirSync(path.dirname(binding), { recursive: true });
  const empty = path.join(stubs, 'empty.cc');
  fs.writeFileSync(empty, '');
  for (const name of libraries)
    await gxx(['-shared', `-Wl,-soname,${name}`, empty, '-o', path.join(stubs, name)]);
  await gxx([
    ...['-std=c++17', '-O2', '-fPIC', '-shared', '-DNAPI_VERSION=8'],
    ...['-I', include, '-I', at('node_modules/node-api-headers/include')],
    ...['binding/tfjs_backend.cc', 'binding/tfjs_binding.cc'],
    '-Wl,--no-as-needed',
    '-Wl,--unresolved-symbols=ignore-all',
    '-Wl,-rpath,$ORIGIN/../../deps/lib',
    ...libraries.map((name) => path.join(stubs, name)),
    ...['-o', binding],
  ]);
}

async function gxx(args) {
  const result = await run('g++', args, { cwd: tfjsNode(), env: { ...process.env, TMPDIR: scratch() } });
  if (result.code !== 0) throw new Problem(`g++ failed: ${reason(result)}`);
}
