import { LayerNorm } from './layer-norm';
import { RMSNorm } from './rms-norm';

const norms = { layer: LayerNorm, rms: RMSNorm };

/** Which norm a model uses: {@link LayerNorm} or {@link RMSNorm}. */
export type NormKind = keyof typeof norms;

/** @returns a new norm for rows of `size` numbers */
export function norm(kind: NormKind, size: number): LayerNorm | RMSNorm {
  if (!Object.keys(norms).includes(kind))
    throw new Error(`norm: expected one of ${Object.keys(norms).join(', ')}, got ${JSON.stringify(kind)}`);
  return new norms[kind](size);
}
