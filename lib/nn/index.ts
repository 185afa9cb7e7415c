export { type Activation, activate } from './activate';
export {
  AdditiveAttention,
  type AdditiveAttentionOptions,
  type AdditiveLook,
} from './additive-attention';
export { type CachePlace, cachePlace } from './cache-place';
export { causalMask } from './causal-mask';
export { CausalSelfAttention, type CausalSelfAttentionOptions } from './causal-self-attention';
export { DenseBlock, type DenseBlockOptions } from './dense-block';
export { dispose } from './dispose';
export { dropout } from './dropout';
export { Embedding, type EmbeddingOptions } from './embedding';
export { FeedForward, type FeedForwardOptions } from './feed-forward';
export { gelu } from './gelu';
export { geluTanh } from './gelu-tanh';
export { type Init, init } from './init';
export type { KeyValueCache } from './key-value-cache';
export type { Layer } from './layer';
export { LayerNorm, type LayerNormOptions, type NormOptions } from './layer-norm';
export { leakyRelu } from './leaky-relu';
export { Linear, type LinearOptions } from './linear';
export { logSoftmax } from './log-softmax';
export type { NormKind } from './norm';
export { normal } from './normal';
export { orthogonal } from './orthogonal';
export { paddingMask } from './padding-mask';
export { param } from './param';
export { parameters } from './parameters';
export * from './recurrent';
export { ResidualBlock } from './residual-block';
export { RMSNorm } from './rms-norm';
export {
  type Attention,
  type AttentionOptions,
  scaledDotProductAttention,
} from './scaled-dot-product-attention';
export { softmax } from './softmax';
export { TransformerBlock, type TransformerBlockOptions } from './transformer-block';
export { uniform } from './uniform';
