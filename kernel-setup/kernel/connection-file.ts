import { readFileSync, statSync } from 'node:fs';
import { isObject } from './is-object';
import { loopback } from './loopback';
import type { Connection } from './wire';

/** The kernel can't listen where, or as, it was told to. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

const ports = ['shell_port', 'iopub_port', 'stdin_port', 'control_port', 'hb_port'] as const;
const lastPort = 65_535;
const scheme = 'hmac-sha256';

/**
 * What the connection file says, once it is complete and keeps to this computer. The file itself stays as it is.
 *
 * @param warn is told when other users of this computer can read the key
 * @throws ConnectionError when the file is missing, is no connection file, or leads to the network
 */
export function readConnectionFile(file: string | undefined, warn: (line: string) => void): Connection {
  if (!file)
    throw new ConnectionError('expected a connection file, as in: node dist/kernel/main.js file.json');
  const stated = parse(file);
  const complain = (field: string, wanted: string): never => {
    const got = field in stated ? JSON.stringify(stated[field]) : 'nothing';
    throw new ConnectionError(`${file}: expected ${field} to be ${wanted}, got ${got}`);
  };
  const { transport = 'tcp', ip, key, signature_scheme } = stated;
  if (transport !== 'tcp' && transport !== 'ipc') complain('transport', 'tcp or ipc');
  if (typeof ip !== 'string' || ip === '') complain('ip', 'an address, or with ipc a path');
  if (transport === 'tcp' && !loopback(String(ip)))
    complain('ip', 'of this computer alone (127.0.0.1, ::1 or localhost): whoever reaches it runs code here');
  for (const name of ports) {
    const port = stated[name];
    const valid = Number.isInteger(port) && Number(port) > 0 && Number(port) <= lastPort;
    if (!valid) complain(name, `a whole number from 1 to ${lastPort}`);
  }
  if (typeof key !== 'string') complain('key', "a text ('' if messages are not signed)");
  if (key !== '' && signature_scheme !== scheme) complain('signature_scheme', scheme);
  if (key !== '' && readableByOthers(file))
    warn(`${file} can be read by other users of this computer, who could run code here: chmod 600 it`);
  return { ...stated, transport } as unknown as Connection;
}

function parse(file: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isObject(content)) return content;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is none' : message.replaceAll('\n', ' ');
    throw new ConnectionError(`${file}: expected a connection file, but ${reason}`);
  }
  throw new ConnectionError(`${file}: expected a connection file, got JSON that is no object`);
}

/** Windows has no such bits in the file's mode. */
function readableByOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
}
