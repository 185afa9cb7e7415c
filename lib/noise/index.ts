export { type Clock, StepRng } from './step-rng';
export { uniformNoise } from './uniform-noise';
