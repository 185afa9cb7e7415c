export { decisionLine, type PlanePoint } from './decision-line';
export { type MistakeBound, mistakeBound } from './mistake-bound';
export { Mlp, type MlpConfig } from './mlp';
export { Perceptron, type PerceptronConfig } from './perceptron';
export { type PerceptronRun, type PerceptronUpdate, rosenblatt } from './rosenblatt';
export { thresholdUnit } from './threshold-unit';
