import type { Message } from '../../kernel-setup/kernel/wire';
import { OutputCollector } from './output-collector';

const message = (msg_type: string, content: Record<string, unknown>) =>
  ({ header: { msg_type }, content }) as Message;
const display = (text: string, display_id?: string, type = 'display_data') =>
  message(type, { data: { 'text/plain': text }, metadata: {}, transient: { display_id } });
const stored = (text: string) => ({
  output_type: 'display_data',
  data: { 'text/plain': text },
  metadata: {},
});
const print = (text: string, name = 'stdout') => message('stream', { name, text });

test('OutputCollector merges streams of one name that follow each other', () => {
  const collector = new OutputCollector();
  const outputs = collector.begin();
  for (const text of ['a', 'b\n']) collector.take(print(text));
  collector.take(print('warning', 'stderr'));
  collector.take(print('c'));
  expect(outputs.map(({ name, text }) => [name, text])).toEqual([
    ['stdout', 'ab\n'],
    ['stderr', 'warning'],
    ['stdout', 'c'],
  ]);
});

test('OutputCollector updates a display in place, every copy of it, also from a later cell', () => {
  const collector = new OutputCollector();
  const first = collector.begin();
  collector.take(display('0 %', 'bar'));
  collector.take(display('other', 'other'));
  collector.take(display('0 %', 'bar'));
  const second = collector.begin();
  collector.take(display('100 %', 'bar', 'update_display_data'));
  expect(first).toEqual([stored('100 %'), stored('other'), stored('100 %')]);
  expect(second).toEqual([]);
});

test('OutputCollector clears at once, or with the next output', () => {
  const collector = new OutputCollector();
  const outputs = collector.begin();
  collector.take(print('a'));
  collector.take(message('clear_output', { wait: true }));
  expect(outputs).toHaveLength(1);
  collector.take(display('b'));
  expect(outputs).toEqual([stored('b')]);
  collector.take(message('clear_output', { wait: false }));
  expect(outputs).toEqual([]);
});
