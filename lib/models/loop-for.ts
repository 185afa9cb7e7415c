import * as tf from '@tensorflow/tfjs';
import { parameters } from '../nn';
import { whenDisposed } from '../nn/when-disposed';
import type { ChooseTokenConfig } from './choose-token';
import { generationLoop } from './generation-loop';
import type { Gpt } from './gpt';

type Loop = ReturnType<typeof generationLoop>;

/** What a model wrote so far, and with what. */
interface Writer {
  tokens: number;
  /** The variables that the loops read. */
  readonly variables: readonly tf.Variable[];
  /** By their choice, the one used longest ago first. */
  readonly loops: Map<string, Loop>;
}

/** The two turns that are recorded, and the graph, cost about as much as so many tokens save. */
const fewestTokens = 48;
/** How many ways of choosing stay compiled per model. */
const mostLoops = 4;

const writers = new WeakMap<Gpt, Writer>();

/**
 * The compiled loop with which a model writes, where it has written, or will, as many tokens as are worth it.
 *
 * @param tokens how many will be read or written now
 */
export function loopFor(model: Gpt, choice: ChooseTokenConfig, tokens: number): Loop | undefined {
  if (tf.getBackend() !== 'tensorflow') return undefined;
  const writer = writerOf(model);
  writer.tokens += tokens;
  const key = JSON.stringify(choice);
  const loop = writer.loops.get(key) ?? (writer.tokens >= fewestTokens ? make() : undefined);
  if (!loop) return undefined;
  writer.loops.delete(key);
  writer.loops.set(key, loop);
  for (const [oldest, old] of writer.loops) {
    if (writer.loops.size <= mostLoops) break;
    old.dispose();
    writer.loops.delete(oldest);
  }
  return loop.why === undefined ? loop : undefined;

  function make(): Loop {
    return generationLoop(model, choice, writer.tokens);
  }
}

/** A model whose variables were exchanged gets new loops. */
function writerOf(model: Gpt): Writer {
  const variables = Object.values(parameters(model));
  const known = writers.get(model);
  const isSame =
    known?.variables.length === variables.length &&
    variables.every((each, index) => each === known.variables[index]);
  if (known && isSame) return known;
  for (const loop of known?.loops.values() ?? []) loop.dispose();
  const writer: Writer = { tokens: 0, variables, loops: new Map() };
  writers.set(model, writer);
  whenDisposed(model, () => {
    for (const loop of writer.loops.values()) loop.dispose();
    writer.loops.clear();
  });
  return writer;
}
