import { Rng, type Word2Vec } from 'lineage';

const identities = 20;
const roles = 3;
const fillers = 30;
const cues = 3; // per identity and per role, each twice

/** Word i · roles + r is identity i in role r, such as "queen"; after them come the cues, then the fillers. */
const word = (identity: number, role: number) => identity * roles + role;
const cuesFrom = identities * roles;
const fillersFrom = cuesFrom + 2 * cues * (identities + roles);
export const vocabularySize = fillersFrom + fillers;

/** Sentences that hold a word, two cues of its identity, two of its role, and fillers, in any order. */
export function madeSentences(size: number, rng: Rng): Int32Array[] {
  const cue = (owner: number, half: number) => cuesFrom + (2 * owner + half) * cues + rng.integer(cues);
  const filler = () => fillersFrom + Math.floor(fillers * rng.uniform() ** 3); // a few of them are frequent
  return Array.from({ length: size }, () => {
    const [identity, role] = [rng.integer(identities), rng.integer(roles)];
    const owners = [identity, identities + role];
    const words = [
      word(identity, role),
      ...owners.flatMap((owner) => [cue(owner, 0), cue(owner, 1)]),
      ...[filler(), filler(), filler()],
    ];
    return rng.permutation(words.length).map((place) => words[place]);
  });
}

/** The share of the questions "a is to a in another role as b is to …?" that the model answers rightly (3CosAdd). */
export function analogyAccuracy(model: Word2Vec, questions: number): number {
  const rng = new Rng(11);
  const vectors = Array.from({ length: vocabularySize }, (_, index) => unit(model.input.vector(index)));
  let right = 0;
  for (let question = 0; question < questions; question++) {
    const [a, b] = rng.permutation(identities);
    const [from, to] = rng.permutation(roles);
    const asked = [word(a, from), word(a, to), word(b, from)];
    const [x, y, z] = asked.map((index) => vectors[index]);
    const wanted = y.map((value, index) => value - x[index] + z[index]);
    const scores = vectors.map((vector, index) => (asked.includes(index) ? -Infinity : dot(wanted, vector)));
    if (scores.indexOf(Math.max(...scores)) === word(b, to)) right++;
  }
  return right / questions;
}

/** The cosine of the angle between two words' vectors. */
export function cosine(model: Word2Vec, first: number, second: number): number {
  return dot(unit(model.input.vector(first)), unit(model.input.vector(second)));
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * b[index], 0);
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}
