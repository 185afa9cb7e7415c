import fc from 'fast-check';

/** A few short sentences of four words. */
export const corpus = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

export const order = fc.integer({ min: 1, max: 4 });

/** A context that may have been seen or not, with a word that never was. */
export const context = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'never'), { maxLength: 5 });

export const sam = ['i am sam', 'sam i am', 'i do not like green eggs and ham'].map((line) =>
  line.split(' '),
);
