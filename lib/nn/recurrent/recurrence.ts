import * as tf from '@tensorflow/tfjs';
import type { Columns, RecurrentCell } from './recurrent-cell';

/** How {@link recurrence} goes through time. */
export interface RecurrenceOptions {
  /** From the last step to the first. */
  readonly reverse?: boolean;
  /** 0/1 `[time, 1, batch]`: where it is 0, the output is 0 and the state waits. */
  readonly mask?: tf.Tensor3D;
}

/** What a recurrence makes of a sequence. */
export type Recurred = {
  /** `[time, hidden, batch]`, h after each step */
  readonly output: tf.Tensor3D;
  /** the states after the last step, h first */
  readonly final: Columns[];
};

/**
 * A cell applied step after step, and back-propagation through time in the reverse order.
 *
 * The gradient is written out, because it saves work: the weights' gradient Σ_t ∂a_t u_tᵀ is one product over all
 * steps instead of one per step. Werbos, "Backpropagation through time: what it does and how to do it", 1990.
 *
 * @param x `[time, in, batch]`
 * @param weight `[blocks · hidden, in + 1 + hidden]`, as the cell arranges it
 * @param initial the states before the first step, each `[hidden, batch]`, h first
 */
export function recurrence(
  cell: RecurrentCell,
  x: tf.Tensor3D,
  weight: tf.Tensor2D,
  initial: readonly Columns[],
  { reverse = false, mask }: RecurrenceOptions = {},
): Recurred {
  const [T, I, B] = x.shape;
  const H = initial[0].shape[0];
  const blocks = cell.reads.length;
  const order = Array.from({ length: T }, (_, step) => (reverse ? T - 1 - step : step));
  // The rows of u = [x; 1; h] that a block reads: [from, count]
  const rows = cell.reads.map((reads) =>
    reads === 'input' ? [0, I + 1] : reads === 'state' ? [I, 1 + H] : [0, I + 1 + H],
  );

  function forward(...inputs: (tf.Tensor | tf.GradSaveFunc)[]) {
    const save = inputs.pop() as tf.GradSaveFunc;
    const [x, weight, ...initial] = inputs as [tf.Tensor3D, tf.Tensor2D, ...Columns[]];
    const masks = mask && tf.unstack(mask);
    const parts = tf
      .split<Columns>(weight, blocks, 0)
      .map((block, k) => block.slice<Columns>([0, rows[k][0]], [H, rows[k][1]]));
    const xs = tf.unstack(x);
    const one = tf.ones<tf.Rank.R2>([1, B]);
    const outputs = new Array<tf.Tensor>(T);
    const kept = new Array<tf.Tensor[]>(T);
    let state: readonly Columns[] = initial;
    for (const t of order) {
      const u = tf.concat<Columns>([xs[t] as Columns, one, state[0]], 0);
      // a = W u, block by block: a block fits into a core's cache, and two cores take two blocks at a time
      const sums = parts.map((part, k) =>
        tf.matMul<Columns>(part, cell.reads[k] === 'both' ? u : u.slice([rows[k][0], 0], [rows[k][1], B])),
      );
      const step = cell.step(sums, state);
      kept[t] = [u, ...step.kept];
      const m = masks?.[t];
      // s′ = s + m (s′ − s)
      state = m ? step.state.map((next, k) => state[k].add<Columns>(m.mul(next.sub(state[k])))) : step.state;
      outputs[t] = m ? step.state[0].mul(m) : step.state[0];
    }
    save([weight, ...kept.flat(), ...(mask ? [mask] : [])]);
    return {
      value: tf.stack([...outputs, ...state]),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => backward(dy, saved),
    };
  }

  function backward(dy: tf.Tensor, [weight, ...saved]: tf.Tensor[]): tf.Tensor[] {
    const masks = mask && tf.unstack(saved[saved.length - 1]);
    const each = (saved.length - (mask ? 1 : 0)) / T;
    const keptAt = (t: number) => saved.slice(t * each, (t + 1) * each) as Columns[];
    const transposed = weight.transpose();
    // U_kᵀ [hidden, hidden] of the blocks that read the state
    const back = tf.split(transposed.slice([I + 1, 0], [H, blocks * H]), blocks, 1);
    const dOutputs = tf.unstack(dy) as Columns[];
    // Behind a row's end the output is 0, whatever h is
    const dShown = (t: number) => (masks ? dOutputs[t].mul<Columns>(masks[t]) : dOutputs[t]);
    let dState = dOutputs.slice(T);
    dState[0] = dState[0].add(dShown(order[T - 1]));
    const dSums = new Array<readonly Columns[]>(T);
    const us = new Array<Columns>(T);
    for (let step = T - 1; step >= 0; step--) {
      const t = order[step];
      const [u, ...kept] = keptAt(t);
      us[t] = u;
      const m = masks?.[t];
      const { sums, state } = cell.back(m ? dState.map((d) => d.mul<Columns>(m)) : dState, kept);
      dSums[t] = sums;
      // ∂h = Σ_k U_kᵀ ∂a_k, and what the step before shows of its h
      const dh = sums.flatMap((d, k) => (cell.reads[k] === 'input' ? [] : [back[k].matMul<Columns>(d)]));
      if (step > 0) dh.push(dShown(order[step - 1]));
      dState = dState.map((d, k) => {
        const waited = m && d.sub<Columns>(d.mul(m));
        const parts = [...(k === 0 ? dh : []), state[k], waited].filter((part): part is Columns => !!part);
        return parts.length === 1 ? parts[0] : tf.addN(parts);
      });
    }
    const u = tf.concat(us, 1); // [in + 1 + hidden, time · batch]
    const das = cell.reads.map((_, k) =>
      tf.concat(
        dSums.map((sums) => sums[k]),
        1,
      ),
    ); // each [hidden, time · batch]
    // ∂W = Σ_t ∂a_t u_tᵀ
    const dWeight = tf.concat(das.map((da) => tf.matMul(da, u, false, true)));
    // ∂x = Σ_k W_xkᵀ ∂a_k
    const inputs = tf.split(transposed.slice([0, 0], [I, blocks * H]), blocks, 1);
    const dx = tf.addN(das.flatMap((da, k) => (cell.reads[k] === 'state' ? [] : [tf.matMul(inputs[k], da)])));
    return [dx.reshape([I, T, B]).transpose([1, 0, 2]), dWeight, ...dState];
  }

  return tf.tidy(() => {
    const all = tf.customGrad(forward as Parameters<typeof tf.customGrad>[0])(
      x,
      weight,
      ...initial,
    ) as tf.Tensor3D;
    return {
      output: all.slice([0, 0, 0], [T, H, B]),
      final: initial.map((_, k) => all.slice([T + k, 0, 0], [1, H, B]).reshape<Columns>([H, B])),
    };
  });
}
