export * from './backend';
export * from './nn';
export { Rng, type RngState } from './rng';
