export { correlation } from './correlation';
export { entropy } from './entropy';
export { logLikelihood } from './log-likelihood';
export { maximumLikelihood } from './maximum-likelihood';
export { mean } from './mean';
export { median } from './median';
export { type PowerLaw, powerLaw } from './power-law';
