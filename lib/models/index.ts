export { type BeamSearchOptions, beamSearch, type Continuation, type Hypothesis } from './beam-search';
export { decisionLine, type PlanePoint } from './decision-line';
export { type DecisionRegion, type DecisionRegionsConfig, decisionRegions } from './decision-regions';
export { drawToken } from './draw-token';
export { Encoder, type EncoderConfig } from './encoder';
export { type GenerateOptions, generate } from './generate';
export { generateFromState } from './generate-from-state';
export { Gpt, type GptConfig, type GptStep } from './gpt';
export {
  type DecoderStep,
  type Encoded,
  GruEncoderDecoder,
  type GruEncoderDecoderConfig,
} from './gru-encoder-decoder';
export { halfPlane } from './half-plane';
export {
  LstmLanguageModel,
  type LstmLanguageModelConfig,
  type LstmLanguageModelStep,
} from './lstm-language-model';
export { type MistakeBound, mistakeBound } from './mistake-bound';
export { Mlp, type MlpConfig } from './mlp';
export { nextTokenDistribution, type SamplingOptions } from './next-token-distribution';
export { penaliseRepetition } from './penalise-repetition';
export { Perceptron, type PerceptronConfig } from './perceptron';
export { type PerceptronRun, type PerceptronUpdate, rosenblatt } from './rosenblatt';
export { thresholdUnit } from './threshold-unit';
export { Transformer, type TransformerConfig, type TransformerState } from './transformer';
export { type TranslateOptions, type Translation, translate } from './translate';
export { translateByBeam } from './translate-by-beam';
export type { Translator, TranslatorState } from './translator';
export * from './word2vec';
