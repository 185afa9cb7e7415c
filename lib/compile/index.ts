export { type Ahead, type Compiled, type CompileOptions, compile } from './compile';
export { type CompiledLoop, compileLoop } from './compile-loop';
export { effect } from './effect';
export type { Outputs } from './graph-plan';
export { guard } from './guard';
export { longestSeries } from './series-run';
export { stepInput } from './step-input';
export { stepNumber } from './step-number';
export { unrecorded } from './unrecorded';
