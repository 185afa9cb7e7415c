import fc from 'fast-check';
import { glob } from '../../kernel-setup/kernel/io/glob';
import { SeenSignatures } from '../../kernel-setup/kernel/seen-signatures';
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

test('a message is decoded once, where what has arrived is remembered', () => {
  const seen = new SeenSignatures();
  const frames = encode(message(), key);
  expect(decode(frames, key, seen).content).toEqual({ code: '1 + 1' });
  expect(() => decode(frames, key, seen)).toThrow('expected a new message, got one that has arrived before');
  // Unsigned messages look alike.
  const unsigned = encode(message(), '');
  expect(decode(unsigned, '', seen)).toEqual(decode(unsigned, '', seen));
});

test('a forged message is not remembered: the true one still arrives', () => {
  const seen = new SeenSignatures();
  const frames = encode(message(), key);
  const forged = frames.map((frame, index) => (index === 6 ? Buffer.from('{}') : frame));
  expect(() => decode(forged, key, seen)).toThrow('the signature does not belong');
  expect(decode(frames, key, seen).content).toEqual({ code: '1 + 1' });
});

test('of many signatures, the last 16,384 are remembered, and the oldest forgotten', () => {
  const seen = new SeenSignatures();
  const signature = (number: number) => number.toString(16).padStart(32, '0').padEnd(64, 'f');
  const numbers = Array.from({ length: 100_000 }, (_, number) => number);
  expect(numbers.every((number) => seen.isNew(signature(number)))).toBe(true);
  expect(numbers.slice(-16_384).some((number) => seen.isNew(signature(number)))).toBe(false);
  expect(seen.isNew(signature(0))).toBe(true);
});

test('signed content that is no JSON leaves who asked', () => {
  const frames = encode(message(), '');
  frames[6] = Buffer.from('{"cursor_pos": NaN}');
  let thrown: unknown;
  try {
    decode(frames, '');
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(WireError);
  const { request } = thrown as WireError;
  expect(request?.header).toMatchObject({ msg_type: 'execute_request' });
  expect(request?.identities).toEqual([Buffer.from([0, 255, 7])]);
});

test('whatever text is encoded, the JSON holds whole characters only, and the others unchanged', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', '\\', '"', 'ud83d', '\n', 'a') }),
      (text) => {
        const [, , , , , , content] = encode(message({ text }), key);
        expect(JSON.parse(content.toString())).toEqual({ text: text.replace(lone, '\ufffd') });
      },
    ),
  );
});

const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

test('a glob fits what the same regular expression fits', () => {
  const letters = { maxLength: 8 };
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), ...letters }),
      fc.string({ unit: fc.constantFrom('a', 'b'), ...letters }),
      (pattern, text) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(glob(pattern, text)).toBe(expression.test(text));
      },
    ),
  );
});
