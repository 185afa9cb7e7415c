export { binaryCrossEntropy } from './binary-cross-entropy';
export { binaryCrossEntropyWithLogits } from './binary-cross-entropy-with-logits';
export { type CrossEntropyOptions, crossEntropy } from './cross-entropy';
export { type HuberOptions, huber } from './huber';
export { type KlOptions, kl } from './kl';
export { mae } from './mae';
export { mse } from './mse';
export { type NllOptions, nll } from './nll';
export type { Reduction, ReductionOptions } from './reduction';
