export { type Compiled, compile } from './compile';
export { effect } from './effect';
export type { Outputs } from './graph-plan';
export { guard } from './guard';
export { stepInput } from './step-input';
export { stepNumber } from './step-number';
export { unrecorded } from './unrecorded';
