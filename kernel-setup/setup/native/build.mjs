import fs from 'node:fs';
import path from 'node:path';
import { openZip } from '../zip.mjs';
import { compile, libraries } from './compile.mjs';

/** The headers of TensorFlow's C interface that the binding includes. */
const headers = [
  ...[
    'c_api',
    'c_api_macros',
    'tf_attrtype',
    'tf_buffer',
    'tf_datatype',
    'tf_status',
    'tf_tensor',
    'tf_tstring',
  ].map((name) => `tensorflow/c/${name}.h`),
  'tensorflow/c/eager/c_api.h',
  'tensorflow/core/platform/ctstring.h',
  'tensorflow/core/platform/ctstring_internal.h',
  'tsl/platform/ctstring.h',
  'tsl/platform/ctstring_internal.h',
  'xla/tsl/c/tsl_status.h',
];

/**
 * Makes `deps` and `lib` as tfjs-node wants them, out of a tensorflow wheel.
 *
 * The wheel is deleted as soon as its content stands, so that the disk needn't hold both for long.
 *
 * @param {string} wheel the file  @param {string} folder where `deps` and `lib` come to be
 */
export async function build(wheel, folder) {
  const zip = openZip(wheel);
  const include = path.join(folder, 'deps/include');
  for (const header of headers) await zip.extract(`tensorflow/include/${header}`, path.join(include, header));
  const writers = [
    compile(include, path.join(folder, 'lib/napi-v8/tfjs_binding.node')),
    ...libraries.map((name) => zip.extract(`tensorflow/${name}`, path.join(folder, 'deps/lib', name))),
  ];
  await Promise.allSettled(writers); // where one fails, the others must not write into a folder that is taken away
  await Promise.all(writers);
  fs.rmSync(wheel);
}
