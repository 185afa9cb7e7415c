import { Child } from '../../bench/child';

/** A side of a few lines: it answers, refuses, or dies. */
const program = `
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, do: what, work } = JSON.parse(line);
    if (what === 'hello') console.log(JSON.stringify({ id, value: process.pid }));
    if (what === 'end') console.log(JSON.stringify({ id, error: 'no such work' }));
    if (what === 'time') { console.error('last words'); process.exit(3); }
  });`;

const start = () => new Child('torch', [process.execPath, '-e', program], process.env);

test('Child answers what it is asked, and passes on its own words when it fails', async () => {
  const child = start();
  expect(await child.ask({ do: 'hello' })).toBeGreaterThan(0);
  await expect(child.ask({ do: 'end', key: 'a' })).rejects.toThrow('torch: no such work');
  child.kill();
});

test('Child that dies says how, and with which last words, to whoever waits or asks later', async () => {
  const child = start();
  const message = /torch: its process ended with code 3\nlast words/;
  await expect(child.ask({ do: 'time', key: 'a', seconds: 1 })).rejects.toThrow(message);
  await expect(child.ask({ do: 'hello' })).rejects.toThrow(message);
});

test('Child that is killed is gone', async () => {
  const child = start();
  const pid = await child.ask<number>({ do: 'hello' });
  child.kill();
  await expect(child.ask({ do: 'hello' })).rejects.toThrow('SIGKILL');
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('Child that can’t be started says so', async () => {
  const child = new Child('torch', ['no-such-program'], process.env);
  await expect(child.ask({ do: 'hello' })).rejects.toThrow('could not be started');
});
