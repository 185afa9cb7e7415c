import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Connection } from '../../kernel-setup/kernel/wire';

const address = '127.0.0.1';

/** Five free ports and a fresh key, written where only this user can read them. The caller removes the folder. */
export async function makeConnection(): Promise<{ connection: Connection; folder: string; file: string }> {
  // All five are held open together, so that they are different ones.
  const servers = await Promise.all(Array.from({ length: 5 }, listen));
  const [shell, iopub, stdin, control, heartbeat] = servers.map((server) => {
    const bound = server.address();
    if (typeof bound !== 'object' || bound === null) throw new Error(`no port could be bound at ${address}`);
    return bound.port;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  const connection: Connection = {
    transport: 'tcp',
    ip: address,
    shell_port: shell,
    iopub_port: iopub,
    stdin_port: stdin,
    control_port: control,
    hb_port: heartbeat,
    key: randomBytes(24).toString('hex'),
    signature_scheme: 'hmac-sha256',
  };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lineage-kernel-'));
  const file = path.join(folder, 'connection.json');
  writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
  return { connection, folder, file };
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, address, () => resolve(server));
  });
}
