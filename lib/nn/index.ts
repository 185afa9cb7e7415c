export { expectShape } from './expect-shape';
export type { Layer } from './layer';
export { param } from './param';
export { parameters } from './parameters';
