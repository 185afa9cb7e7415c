import type ts from 'typescript';
import { withoutBodies } from './without-bodies';

/**
 * Lets a host give the files that are only called without the bodies of their functions. It may be asked any number of
 * times for the same host and the same file.
 */
export function lightFiles(typescript: typeof ts, isOnlyCalled: (file: string) => boolean) {
  const hosts = new WeakSet<ts.CompilerHost>();
  const files = new WeakSet<ts.SourceFile>();

  function light(file: ts.SourceFile | undefined): ts.SourceFile | undefined {
    if (!file || files.has(file) || !isOnlyCalled(file.fileName)) return file;
    files.add(file);
    return withoutBodies(typescript, file);
  }

  return (host: ts.CompilerHost): void => {
    if (hosts.has(host)) return;
    hosts.add(host);
    const { getSourceFile, getSourceFileByPath } = host;
    host.getSourceFile = (...asked) => light(getSourceFile(...asked));
    if (getSourceFileByPath) host.getSourceFileByPath = (...asked) => light(getSourceFileByPath(...asked));
  };
}
