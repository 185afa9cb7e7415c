import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  DamagedFile,
  DataUnavailable,
  type DownloadProgress,
  onDownload,
  readData,
} from 'lineage/data/finder';
import { root } from '../../../../lib/root';
import { contents, Scratch, setOf } from '../small-set';

const labels = 'train-labels-idx1-ubyte.gz';
const fileOf = (url: string | undefined) => contents[path.posix.basename(url ?? '')];
const serveAll: RequestListener = (request, response) => response.end(fileOf(request.url));

let scratch: Scratch;
let server: Server;
let answer: RequestListener;
let address: string;
let requests: { url?: string; encoding?: string | string[] }[];

beforeEach(async () => {
  scratch = await Scratch.make();
  answer = serveAll;
  requests = [];
  server = createServer((request, response) => {
    requests.push({ url: request.url, encoding: request.headers['accept-encoding'] });
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/files`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await scratch.remove();
});

const smallSet = () => setOf(contents, address);
const load = (patience = 5_000) => readData(smallSet(), scratch.places({ download: true, patience }));
const cached = () =>
  readdir(scratch.path('cache', 'small')).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });

test('a download is checked, kept in the cache and not repeated', async () => {
  const { files, provenance } = await load();
  expect(Object.fromEntries(files)).toEqual(contents);
  expect(provenance).toMatchObject({ kind: 'real', from: address });
  expect(await cached()).toEqual(Object.keys(contents).sort());
  expect(await readFile(scratch.path('cache', 'small', labels))).toEqual(contents[labels]);
  expect(requests.map(({ encoding }) => encoding)).toEqual(Array(4).fill('identity'));
  await load();
  expect(requests).toHaveLength(4);
});

test('onDownload hears every byte, until it is ended', async () => {
  const heard: DownloadProgress[] = [];
  const stop = onDownload((progress) => heard.push(progress));
  await load();
  stop();
  const total = Object.values(contents).reduce((sum, { length }) => sum + length, 0);
  expect(heard[0]).toMatchObject({ set: 'small', file: 'train-images-idx3-ubyte.gz', total });
  expect(heard.at(-1)).toEqual({ set: 'small', file: 't10k-labels-idx1-ubyte.gz', received: total, total });
  const received = heard.map((progress) => progress.received);
  expect(received).toEqual([...received].sort((a, b) => a - b));
  const before = heard.length;
  await scratch.remove();
  await load();
  expect(heard).toHaveLength(before);
});

test('only the missing file is fetched', async () => {
  const { [labels]: _, ...others } = contents;
  await scratch.put('cache', others);
  await load();
  expect(requests.map(({ url }) => url)).toEqual([`/files/${labels}`]);
});

test('a file of the right length with another byte is refused, cache untouched', async () => {
  answer = (request, response) => {
    const bytes = Buffer.from(fileOf(request.url));
    bytes[30] ^= 1;
    response.end(bytes);
  };
  const error = await load().catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DamagedFile);
  expect(error.message).toContain(
    `${address}/train-images-idx3-ubyte.gz is not the published train-images-idx3-ubyte.gz`,
  );
  expect(error.message).toContain('Nothing was kept.');
  expect(await cached()).toEqual([]);
});

test.each<{ how: string; failure: RegExp; listener: RequestListener }>([
  {
    how: 'is not there',
    failure: /HTTP status 404/,
    listener: (_, response) => response.writeHead(404).end('<h1>Not Found</h1>'),
  },
  {
    how: 'is a page of another length',
    failure: /expected \d+ bytes, got only 22/,
    listener: (_, response) => response.end('<h1>Please log in</h1>'),
  },
  {
    how: 'goes on too long',
    failure: /expected \d+ bytes, got more/,
    listener: (request, response) => response.end(Buffer.concat([fileOf(request.url), Buffer.alloc(1)])),
  },
  {
    how: 'breaks off',
    failure: /terminated, other side closed/,
    listener: (request, response) => {
      response.setHeader('content-length', fileOf(request.url).length);
      response.write(fileOf(request.url).subarray(0, 40), () => response.destroy());
    },
  },
  {
    how: 'falls silent',
    failure: /nothing came for 0\.3 s/,
    listener: (request, response) => response.write(fileOf(request.url).subarray(0, 40)),
  },
  { how: 'never answers', failure: /nothing came for 0\.3 s/, listener: () => undefined },
])('a download that $how is not available, cache untouched', async ({ failure, listener }) => {
  answer = listener;
  const error = await load(300).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DataUnavailable);
  expect(error.message).toMatch(failure);
  expect(error.message).toContain(`4. download: ${address}/train-images-idx3-ubyte.gz: `);
  expect(await cached()).toEqual([]);
});

test('without a connection the error comes at once', async () => {
  server.close();
  await once(server, 'close');
  const start = performance.now();
  await expect(load()).rejects.toThrow(/4\. download: .*ECONNREFUSED/);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('what came before a failure stays, and the next call fetches the rest', async () => {
  answer = (request, response) =>
    request.url?.includes('t10k') ? response.writeHead(503).end() : serveAll(request, response);
  await expect(load()).rejects.toThrow(/Missing: t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz\. /);
  expect(await cached()).toEqual(['train-images-idx3-ubyte.gz', labels]);
  answer = serveAll;
  expect((await load()).files.size).toBe(4);
});

test('a cache that cannot be written says why, and leaves nothing aside', async () => {
  answer = (request, response) => {
    // another program puts a folder in the file's place while it is coming
    mkdirSync(scratch.path('cache', 'small', 'train-images-idx3-ubyte.gz', 'in the way'), {
      recursive: true,
    });
    serveAll(request, response);
  };
  await expect(load()).rejects.toThrow(
    /cache.small.train-images-idx3-ubyte\.gz: could not be written \(.*\)\. Free space or change the permissions/,
  );
  expect(await cached()).toEqual(['train-images-idx3-ubyte.gz']);
});

test('the stop button ends a download', async () => {
  const stop = new AbortController();
  const stopped = new Error('stopped by the reader');
  globalThis.kernel = { signal: stop.signal } as typeof globalThis.kernel;
  try {
    answer = () => stop.abort(stopped);
    await expect(load()).rejects.toBe(stopped);
  } finally {
    delete (globalThis as Partial<typeof globalThis>).kernel;
  }
  expect(await cached()).toEqual([]);
});

describe('in processes of their own', () => {
  const run = (): ChildProcess => spawn(process.execPath, [scratch.path('load.cjs')], { stdio: 'pipe' });

  // esbuild doesn't run inside Jest's sandbox, so a process of its own bundles the script
  beforeEach(() => {
    const places = scratch.places({ download: true });
    const contents = `import { readData } from './lib/data/finder';
      readData(${JSON.stringify(smallSet())}, ${JSON.stringify(places)})
        .then(({ files }) => process.stdout.write(String(files.size)));`;
    const outfile = scratch.path('load.cjs');
    const define = { __dirname: JSON.stringify(path.join(root(), 'lib')) };
    const options = {
      stdin: { contents, resolveDir: root() },
      define,
      bundle: true,
      platform: 'node',
      outfile,
    };
    execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], {
      cwd: root(),
    });
  });

  const everythingFrom = async (child: ChildProcess) => {
    let text = '';
    const append = (chunk: Buffer) => {
      text += chunk;
    };
    child.stdout!.on('data', append);
    child.stderr!.on('data', append);
    await once(child, 'close');
    return text;
  };

  test('two downloads at once both end well', async () => {
    const bothAsked = new Promise<void>((resolve) => {
      answer = (request, response) => {
        if (requests.length === 2) resolve();
        bothAsked.then(() => serveAll(request, response));
      };
    });
    const printed = await Promise.all([run(), run()].map(everythingFrom));
    expect(printed).toEqual(['4', '4']);
    expect(requests).toHaveLength(8);
    expect(await cached()).toEqual(Object.keys(contents).sort());
  });

  test('a download that is killed leaves no half file', async () => {
    const asked = new Promise<void>((resolve) => {
      answer = (request, response) => response.write(fileOf(request.url).subarray(0, 40), () => resolve());
    });
    const child = run();
    await asked;
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(scratch.path('cache'))).toBe(false);
    answer = serveAll;
    expect((await load()).files.size).toBe(4);
  });
});
