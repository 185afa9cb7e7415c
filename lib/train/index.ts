export { accuracy } from './accuracy';
export { type Checkpoint, loadCheckpoint, saveCheckpoint } from './checkpoint';
export { confusionMatrix } from './confusion-matrix';
export { type DescendOptions, descend } from './descend';
export { type Detection, detection } from './detection';
export { type EvaluateOptions, type Evaluation, evaluate } from './evaluate';
export { type GradientStatistics, gradientStatistics } from './gradient-statistics';
export { gradientThroughTime } from './gradient-through-time';
export { LeakGuard } from './leak-guard';
export { predict } from './predict';
export type { Progress } from './progress';
export {
  readSafetensors,
  type Safetensors,
  type StoredTensor,
  type StoredType,
  writeSafetensors,
} from './safetensors';
export { type TimeInTurnOptions, timeInTurn } from './time-in-turn';
export { train } from './train';
export type { TrainOptions } from './train-options';
export { type Loss, type Step, type StepResult, trainStep } from './train-step';
export type { TrainingProgress } from './training-progress';
export { watchLayers } from './watch-layers';
export { loadWeights, saveWeights } from './weights';
