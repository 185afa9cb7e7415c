export { type Activation, activate } from './activate';
export {
  AdditiveAttention,
  type AdditiveAttentionOptions,
  type AdditiveLook,
} from './additive-attention';
export { type CachePlace, cachePlace } from './cache-place';
export { causalMask } from './causal-mask';
export { cosineSimilarity } from './cosine-similarity';
export { CrossAttention, type ProjectedMemory } from './cross-attention';
export { type DecodeOptions, DecoderLayer } from './decoder-layer';
export { DenseBlock, type DenseBlockOptions } from './dense-block';
export { dispose } from './dispose';
export { dropout } from './dropout';
export { Embedding, type EmbeddingOptions } from './embedding';
export { EncoderLayer, type TransformerLayerOptions } from './encoder-layer';
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
export { LuongAttention, type LuongAttentionOptions } from './luong-attention';
export { neighbourMask } from './neighbour-mask';
export type { NormKind } from './norm';
export { normal } from './normal';
export { orthogonal } from './orthogonal';
export { paddingMask } from './padding-mask';
export { param } from './param';
export { parameters } from './parameters';
export * from './recurrent';
export { ResidualBlock } from './residual-block';
export { RMSNorm } from './rms-norm';
export { scaleToRadius } from './scale-to-radius';
export {
  type Attention,
  type AttentionOptions,
  scaledDotProductAttention,
} from './scaled-dot-product-attention';
export { type AttendOptions, SelfAttention, type SelfAttentionOptions } from './self-attention';
export { sinusoidalPositions } from './sinusoidal-positions';
export { softmax } from './softmax';
export { spectralRadius } from './spectral-radius';
export { TransformerBlock, type TransformerBlockOptions } from './transformer-block';
export { uniform } from './uniform';
