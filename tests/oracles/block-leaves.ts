import type { CrossAttention, LayerNorm, Linear, SelfAttention, TransformerBlock } from 'lineage';
import type { Leaf } from './oracle-gradients';

/** The leaves of a norm or a linear map, by the oracle's names. */
export function layerLeaves(path: string, layer: LayerNorm | Linear): Record<string, Leaf> {
  const leaves: Record<string, Leaf> = {
    [`${path}.weight`]: { variable: layer.weight, transposed: layer.weight.rank === 2 },
  };
  if (layer.bias) leaves[`${path}.bias`] = { variable: layer.bias };
  return leaves;
}

/** The leaves of a GPT block, by the oracle's names. */
export function blockLeaves(prefix: string, block: TransformerBlock): Record<string, Leaf> {
  return {
    ...layerLeaves(`${prefix}ln_1`, block.norm1),
    ...layerLeaves(`${prefix}c_attn`, block.attention.qkv),
    ...layerLeaves(`${prefix}c_proj`, block.attention.out),
    ...layerLeaves(`${prefix}ln_2`, block.norm2),
    ...layerLeaves(`${prefix}c_fc`, block.feedForward.expand),
    ...layerLeaves(`${prefix}c_out`, block.feedForward.contract),
  };
}

/** The leaves of self-attention or cross-attention, by PyTorch's names. */
export function attentionLeaves(
  prefix: string,
  attention: SelfAttention | CrossAttention,
): Record<string, Leaf> {
  const [first, second] = 'qkv' in attention ? [attention.qkv] : [attention.query, attention.keyValue];
  const leaves: Record<string, Leaf> = {
    [`${prefix}in_proj_weight`]: { variable: first.weight, transposed: true, more: second?.weight },
  };
  if (first.bias) leaves[`${prefix}in_proj_bias`] = { variable: first.bias, more: second?.bias };
  return { ...leaves, ...layerLeaves(`${prefix}out_proj`, attention.out) };
}
