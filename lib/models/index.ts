export { type BeamSearchOptions, beamSearch, type Continuation, type Hypothesis } from './beam-search';
export { Bert, type BertConfig } from './bert';
export { BigramModel } from './bigram-model';
export { carryState } from './carry-state';
export * from './crowd';
export { decisionLine, type PlanePoint } from './decision-line';
export { type DecisionRegion, type DecisionRegionsConfig, decisionRegions } from './decision-regions';
export { DeepMlp, type DeepMlpConfig } from './deep-mlp';
export { drawToken } from './draw-token';
export { Encoder, type EncoderConfig } from './encoder';
export { type Exposed, type ExposureOptions, exposure } from './exposure';
export { blank, type FilledMask, type Filling, fillMask } from './fill-mask';
export { type GenerateOptions, generate } from './generate';
export { generateFromState } from './generate-from-state';
export { generateFromWindow } from './generate-from-window';
export { Gpt, type GptConfig, type GptStep } from './gpt';
export {
  type DecoderStep,
  type Encoded,
  GruEncoderDecoder,
  type GruEncoderDecoderConfig,
  type GruEncoderDecoderOptions,
} from './gru-encoder-decoder';
export { halfPlane } from './half-plane';
export { hiddenStates } from './hidden-states';
export { linearProbe, type ProbeExamples, type ProbeOptions } from './linear-probe';
export { LogisticRegression, type LogisticRegressionConfig } from './logistic-regression';
export { LstmLanguageModel, type LstmLanguageModelConfig } from './lstm-language-model';
export { meanVectors } from './mean-vectors';
export { type MistakeBound, mistakeBound } from './mistake-bound';
export { Mlp, type MlpConfig } from './mlp';
export { naiveBayes } from './naive-bayes';
export { NeuralLanguageModel, type NeuralLanguageModelConfig } from './neural-language-model';
export { nextTokenDistribution, type SamplingOptions } from './next-token-distribution';
export * from './ngram';
export { penaliseRepetition } from './penalise-repetition';
export { Perceptron, type PerceptronConfig } from './perceptron';
export { type ReadAlongOptions, readAlong } from './read-along';
export type { Reading, RecurrentLanguageModel, RecurrentState } from './recurrent-language-model';
export { RecurrentModel, type RecurrentModelConfig } from './recurrent-model';
export { RnnLanguageModel, type RnnLanguageModelConfig, type RnnState } from './rnn-language-model';
export { RnnReader, type RnnReaderConfig } from './rnn-reader';
export { type PerceptronRun, type PerceptronUpdate, rosenblatt } from './rosenblatt';
export { ScheduledSampling, type ScheduledSamplingOptions } from './scheduled-sampling';
export { Seq2Seq, type Seq2SeqConfig, type Thought } from './seq2seq';
export { type TellingWord, type TellingWordsOptions, tellingWords } from './telling-words';
export { thresholdUnit } from './threshold-unit';
export { type TrainAlongOptions, type TrainAlongProgress, trainAlong } from './train-along';
export { Transformer, type TransformerConfig, type TransformerState } from './transformer';
export { type TranslateOptions, type Translation, translate } from './translate';
export { translateByBeam } from './translate-by-beam';
export { type TranslatedSentence, translateSentence } from './translate-sentence';
export type { Translator, TranslatorState } from './translator';
export { vectorsAt } from './vectors-at';
export * from './word2vec';
