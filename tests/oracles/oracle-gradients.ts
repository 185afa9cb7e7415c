import * as tf from '@tensorflow/tfjs';
import { expectCompiled } from './expect-compiled';
import { expectClose, type OracleCase, type OracleTensors, toTensor } from './oracle';

/** A number or tensor that the case trains: our variable, and whether the oracle writes its matrix the other way. */
export interface Leaf {
  readonly variable: tf.Variable;
  readonly transposed?: boolean;
  /** Where the oracle's tensor goes on: another variable, behind the first along the oracle's first axis. */
  readonly more?: tf.Variable;
}

/** A variable with the numbers of one of the case's inputs. */
export function inputLeaf({ name, inputs }: OracleCase, key: string): tf.Variable {
  if (!inputs?.[key]) throw new Error(`${name}: expected an input ${key}, got ${Object.keys(inputs ?? {})}`);
  return tf.variable(toTensor(inputs[key]));
}

/** Gives our variable the numbers that the case lists under `key`, in our layout. */
export function assignParam(
  { name, params }: OracleCase,
  key: string,
  { variable, transposed, more }: Leaf,
): void {
  if (!params?.[key])
    throw new Error(`${name}: expected a parameter ${key}, got ${Object.keys(params ?? {})}`);
  const tensor = toTensor(params[key]);
  const parts = more ? tf.split(tensor, [rowsOf(variable, transposed), rowsOf(more, transposed)]) : [tensor];
  for (const [index, part] of parts.entries())
    [variable, more][index]!.assign(transposed ? part.transpose() : part);
}

/**
 * Compares every output and every gradient of the case with ours, and ours with those of the compiled work.
 *
 * @param leaves by the oracle's name, at least what the case has gradients for
 * @param forward computes all outputs that the case lists, `loss` among them if it has one
 */
export function expectOracle(
  oracle: OracleCase,
  leaves: Readonly<Record<string, Leaf>>,
  forward: () => Record<string, tf.Tensor>,
): void {
  const { name, outputs = {}, upstream = {}, grads = {} } = oracle;
  const ours = forward();
  for (const [key, expected] of Object.entries(outputs)) {
    if (!ours[key]) throw new Error(`${name}: the test computes no output ${key}`);
    expectClose(`${name}: ${key}`, ours[key], expected);
  }
  if (Object.keys(grads).length === 0) throw new Error(`${name}: expected gradients in the oracle, got none`);
  const backwards = () => gradientsOf(leaves, () => scalar(forward(), upstream));
  const gradients = backwards();
  for (const [key, expected] of Object.entries(grads)) {
    if (!gradients[key]) throw new Error(`${name}: the test has no leaf for the gradient of ${key}`);
    expectClose(`${name}: gradient of ${key}`, gradients[key], expected);
  }
  expectCompiled(`${name}: forward`, forward);
  expectCompiled(`${name}: gradients`, backwards);
}

/** The loss; without one, the sum of the outputs weighted by what flows back into them. */
function scalar(outputs: Record<string, tf.Tensor>, upstream: OracleTensors): tf.Scalar {
  if (outputs.loss) return outputs.loss.asScalar();
  const terms = Object.entries(upstream).map(([key, weight]) => outputs[key].mul(toTensor(weight)).sum());
  return tf.addN(terms).asScalar();
}

function gradientsOf(
  leaves: Readonly<Record<string, Leaf>>,
  loss: () => tf.Scalar,
): Record<string, tf.Tensor> {
  const variables = Object.values(leaves).flatMap(({ variable, more }) =>
    more ? [variable, more] : [variable],
  );
  const { grads } = tf.variableGrads(loss, variables);
  return Object.fromEntries(
    Object.entries(leaves).map(([key, { variable, transposed, more }]) => {
      const written = ({ name }: tf.Variable) =>
        transposed && grads[name] ? grads[name].transpose() : grads[name];
      return [key, more ? tf.concat([written(variable), written(more)]) : written(variable)];
    }),
  );
}

/** How long the oracle's first axis is for this variable. */
function rowsOf({ shape }: tf.Variable, transposed = false): number {
  return transposed ? shape[shape.length - 1] : shape[0];
}
