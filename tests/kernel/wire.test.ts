import fc from 'fast-check';
import { decode, encode, header, type Message, WireError } from '../../kernel-setup/kernel/wire';

const key = 'a shared secret';

function message(content: Record<string, unknown> = { code: '1 + 1' }): Message {
  return {
    identities: [Buffer.from([0, 255, 7])],
    header: header('execute_request', 'session'),
    parent_header: {},
    metadata: {},
    content,
    buffers: [Buffer.from([1, 2, 3])],
  };
}

test('what is encoded is decoded unchanged, whatever the content', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (dictionary) => {
      // JSON itself turns -0 into 0 and drops __proto__.
      const sent = message(JSON.parse(JSON.stringify(dictionary)));
      expect(decode(encode(sent, key), key)).toEqual(sent);
    }),
  );
});

test('an empty key means that nothing is signed', () => {
  const frames = encode(message(), '');
  expect(frames[2].length).toBe(0);
  expect(decode(frames, '').content).toEqual({ code: '1 + 1' });
});

test('every cut message is refused', () => {
  const frames = encode({ ...message(), buffers: [] }, key);
  for (let length = 0; length < frames.length; length++)
    expect(() => decode(frames.slice(0, length), key)).toThrow(WireError);
});

test('a message signed with another key is refused', () => {
  expect(() => decode(encode(message(), 'another secret'), key)).toThrow('the signature does not belong');
  expect(() => decode(encode(message(), ''), key)).toThrow('the signature does not belong');
});

test('a flipped bit in any signed part is refused', () => {
  const frames = encode(message(), key);
  for (let part = 3; part < 7; part++) {
    const changed = frames.map((frame) => Buffer.from(frame));
    changed[part][0] ^= 1;
    expect(() => decode(changed, key)).toThrow('the signature does not belong');
  }
});

test('parts that are no JSON objects are refused by name', () => {
  const cases = {
    '{"a":': 'expected JSON in content',
    '[1]': 'expected an object in content',
    null: 'got null',
  };
  for (const [text, reason] of Object.entries(cases)) {
    const frames = encode(message(), '');
    frames[6] = Buffer.from(text);
    expect(() => decode(frames, '')).toThrow(reason);
  }
});

test('a header without a type is refused', () => {
  const frames = encode({ ...message(), header: {} as Message['header'] }, '');
  expect(() => decode(frames, '')).toThrow('expected a msg_type');
});
