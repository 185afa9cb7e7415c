export { finiteDifferences } from './finite-differences';
export { type DescentStep, type GradientDescentConfig, gradientDescent } from './gradient-descent';
export { graphSvg } from './graph-svg';
export { hinge } from './hinge';
export { ScalarMlp, type ScalarMlpConfig } from './scalar-mlp';
export { type ScalarActivation, ScalarNeuron } from './scalar-neuron';
export { squaredError } from './squared-error';
export { topologicalOrder } from './topological-order';
export { type Origin, Value } from './value';
