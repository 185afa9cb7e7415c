export { decisionLine, type PlanePoint } from './decision-line';
export { type DecisionRegion, type DecisionRegionsConfig, decisionRegions } from './decision-regions';
export { halfPlane } from './half-plane';
export { type MistakeBound, mistakeBound } from './mistake-bound';
export { Mlp, type MlpConfig } from './mlp';
export { Perceptron, type PerceptronConfig } from './perceptron';
export { type PerceptronRun, type PerceptronUpdate, rosenblatt } from './rosenblatt';
export { thresholdUnit } from './threshold-unit';
