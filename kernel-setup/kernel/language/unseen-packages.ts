import path from 'node:path';

/**
 * Packages of which no type shows in what the library offers; only its own lines see them. TypeScript would read tens
 * of thousands of their declarations into the memory of every kernel, jsdom's with those of all browsers.
 */
const packages = new Set([
  '@resvg/resvg-js',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-node',
  'jsdom',
  'typescript',
  'vega',
]);

/**
 * Tells which imports the kernel's compiler need not follow: those of such packages in library files, which
 * `npm test` has checked. A file that was edited since is checked here, and then needs them all.
 *
 * @param root the clone
 * @param isEdited whether a file has changed since the kernel started
 */
export function unseenPackages(root: string, isEdited: (file: string) => boolean) {
  const library = path.posix.join(root, 'lib/');
  return (name: string, file: string): boolean =>
    packages.has(name) && file.startsWith(library) && !isEdited(file);
}
