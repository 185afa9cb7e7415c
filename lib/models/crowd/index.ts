export type { CrowdConfig } from './crowd-config';
export { crowdErrors } from './crowd-errors';
export { crowdOutputs } from './crowd-outputs';
export { crowdSize } from './crowd-size';
