import * as tf from '@tensorflow/tfjs';
import type { NativeBackend, NativeBinding } from './native-backend';
import { placeNow } from './place-now';
import { type OpenRecording, type Recording, setRecording } from './recording';
import { watchKept } from './watch-kept';

/** Operations whose numbers come from a generator inside TensorFlow: a graph would go on elsewhere in its stream. */
const ownChance = /^(Random|Multinomial|Parameterized|TruncatedNormal|Stateful)/;

/** Operations that give as many numbers as they find; what is computed with their count would be a constant. */
const ownSize = /^(Unique|NonMaxSuppression)/;

/** The variables of tfjs, with the tensor that each held before the work. */
export type VariablesBefore = ReadonlyMap<tf.Variable, number>;

/**
 * Does the work on the native backend, and writes down every operation that tfjs asks of TensorFlow meanwhile.
 *
 * @param inputs what the work is given, and will be given others of in a later run
 * @param use makes something of the recording, as long as the tensors in it are there
 * @param places whether to note where each operation is asked for, which takes about as long as the operation
 */
export function record<T, U>(
  backend: NativeBackend,
  inputs: readonly tf.Tensor[],
  work: () => T,
  use: (recording: Recording, result: T, variables: VariablesBefore) => U,
  places = false,
): { readonly result: T; readonly used: U } {
  const { binding } = backend;
  const variables = new Map<tf.Variable, number>();
  // Their values are given to the library now, so that they are not taken for constants.
  for (const variable of Object.values(tf.engine().state.registeredVariables))
    variables.set(variable, backend.getInputTensorIds([variable])[0]);
  const changing = new Set([...variables.values(), ...backend.getInputTensorIds(inputs)]);
  const recording: OpenRecording = {
    ops: [],
    constants: new Map(),
    stepInputs: [],
    guards: [],
    effects: [],
    paused: 0,
    idOf: (tensor) => backend.getInputTensorIds([tensor])[0],
  };
  const kept: number[] = [];
  backend.binding = watched(binding, recording, changing, kept, places);
  const restore = () => {
    backend.binding = binding;
    for (const id of kept.splice(0)) binding.deleteTensor(id);
  };
  setRecording(recording, () => {
    restore();
    Reflect.deleteProperty(tf.engine(), 'keep'); // the one of watchKept
  });
  try {
    const { result, left } = watchKept(work);
    if (left.length > 0)
      recording.refusal ??= `keeps ${left.length === 1 ? 'a tensor' : `${left.length} tensors`} of its work${left[0]()}`;
    setRecording(undefined);
    backend.binding = binding;
    return { result, used: use(recording, result, variables) };
  } finally {
    setRecording(undefined);
    restore();
  }
}

/** The library with a writer at its door, who keeps the tensors from outside that would be deleted. */
function watched(
  binding: NativeBinding,
  recording: OpenRecording,
  changing: ReadonlySet<number>,
  kept: number[],
  places: boolean,
): NativeBinding {
  const { ops, constants } = recording;
  const made = new Set<number>();
  const refuse = (why: string) => {
    recording.refusal ??= `${why}${placeNow()()}`;
  };
  return {
    ...fields(binding),
    executeOp(name, attributes, inputs, count) {
      const outputs = binding.executeOp(name, attributes, inputs, count);
      for (const { id } of outputs) made.add(id);
      if (recording.paused > 0) return outputs;
      if (ownChance.test(name)) refuse(`${name} draws from TensorFlow's own generator`);
      if (ownSize.test(name)) refuse(`${name} gives as many numbers as it finds`);
      const settings = attributes.map((each) => ({ ...each }));
      ops.push({
        name,
        attributes: settings,
        inputs: [...inputs],
        outputs,
        ...(places && { place: placeNow() }),
      });
      return outputs;
    },
    createTensor(shape, dtype, values) {
      const id = binding.createTensor(shape, dtype, values);
      // A copy, for the caller may go on to use the array.
      constants.set(id, { shape: [...shape], dtype, values: values.slice() });
      return id;
    },
    deleteTensor(id) {
      if (made.has(id) || constants.has(id)) binding.deleteTensor(id);
      else kept.push(id);
    },
    tensorDataSync(id) {
      const isFixed = !made.has(id) && !changing.has(id);
      if (recording.paused === 0 && !isFixed) {
        const op = ops.find(({ outputs }) => outputs.some((output) => output.id === id));
        refuse(
          `reads ${op ? `the result of ${op.name}` : 'an input or a variable'} in the middle of its work`,
        );
      }
      return binding.tensorDataSync(id);
    },
    loadSavedModel: (...args) => binding.loadSavedModel(...args),
    deleteSavedModel: (id) => binding.deleteSavedModel(id),
    runSavedModel(...args) {
      const outputs = binding.runSavedModel(...args);
      for (const { id } of outputs) made.add(id);
      refuse('runs a saved model');
      return outputs;
    },
  };
}

/** The library's numbers and flags, which stand beside its functions. */
function fields(binding: NativeBinding): NativeBinding {
  const names = Object.getOwnPropertyNames(binding) as (keyof NativeBinding)[];
  return Object.fromEntries(names.map((name) => [name, binding[name]])) as unknown as NativeBinding;
}
