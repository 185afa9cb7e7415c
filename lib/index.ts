export * from './backend';
export * from './data';
export type { DisplayOptions, Kernel, MimeBundle } from './kernel';
export * from './nn';
export { Rng, type RngState } from './rng';
