import type { DataFile, DataSet } from '../data-sets';
import { expectIntact } from './damaged-file';
import { DownloadFailed } from './download-failed';

/**
 * The file from its public address, its SHA-256 checked. Nothing is written: the sets are small enough for memory.
 *
 * @param patience how long the connection may be silent, in ms
 * @param onBytes told how many bytes have come so far
 * @throws DownloadFailed saying why; DamagedFile if the address serves other bytes of the right length
 */
export async function download(
  set: DataSet,
  file: DataFile,
  patience: number,
  onBytes: (received: number) => void,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of stream(file.url, patience)) {
    chunks.push(chunk);
    received += chunk.length;
    if (received > file.bytes)
      throw new DownloadFailed(`${file.url}: expected ${file.bytes} bytes, got more`);
    onBytes(received);
  }
  if (received < file.bytes)
    throw new DownloadFailed(`${file.url}: expected ${file.bytes} bytes, got only ${received}`);
  const bytes = Buffer.concat(chunks);
  expectIntact(set, file, bytes, file.url, 'Nothing was kept. Try again later, or from another network.');
  return bytes;
}

/** What an address sends, piece by piece, until it ends, fails, falls silent or the reader presses stop. */
async function* stream(url: string, patience: number): AsyncGenerator<Uint8Array> {
  const stop = new AbortController();
  const reader = globalThis.kernel?.signal;
  const onReader = () => stop.abort();
  reader?.addEventListener('abort', onReader);
  const silent = () => stop.abort(new Error(`nothing came for ${patience / 1000} s`));
  let clock = setTimeout(silent, patience);
  const fail = (cause: Error) => {
    reader?.throwIfAborted();
    // fetch only says "fetch failed" or "terminated"; what happened is in its cause
    const detail = (cause.cause as Error | undefined)?.message;
    throw new DownloadFailed(`${url}: ${cause.message}${detail ? `, ${detail}` : ''}`);
  };
  try {
    // 'identity', or fetch would unpack a .gz that a server labels as compressed in transit
    const headers = { 'accept-encoding': 'identity' };
    const response = await fetch(url, { signal: stop.signal, headers }).catch(fail);
    if (!response.ok || !response.body) throw new DownloadFailed(`${url}: HTTP status ${response.status}`);
    const body = response.body.getReader();
    for (;;) {
      const { done, value } = await body.read().catch(fail);
      if (done) return;
      clearTimeout(clock);
      clock = setTimeout(silent, patience);
      yield value;
    }
  } finally {
    clearTimeout(clock);
    reader?.removeEventListener('abort', onReader);
    stop.abort();
  }
}
