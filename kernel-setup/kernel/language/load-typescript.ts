import { readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import type ts from 'typescript';
import { tslabTypeScript } from '../tslab-typescript';

/** Node's way to run a module's text, which its types leave out. */
type Compiling = Module & { _compile(text: string, file: string): void };

/**
 * Loads the TypeScript that tslab uses, from the text that the build has made shorter. It takes itself for the
 * package's own file, beside which it finds the declarations of JavaScript's library.
 *
 * @param root the clone
 * @returns the module as tslab will find it, whose `exports` may be replaced
 */
export function loadTypeScript(root: string): Module & { exports: typeof ts } {
  const place = tslabTypeScript();
  const loaded = new Module(place, module) as Compiling;
  loaded.filename = place;
  loaded._compile(readFileSync(path.join(root, 'dist/typescript.js'), 'utf8'), place);
  loaded.loaded = true;
  require.cache[place] = loaded;
  return loaded;
}
