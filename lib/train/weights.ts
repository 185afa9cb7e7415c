import { parameters } from '../nn';
import { expectUnaltered } from './expect-unaltered';
import { fingerprint } from './fingerprint';
import { readSafetensors, writeSafetensors } from './safetensors';
import { assignStored, toStored } from './stored-variables';

/**
 * Writes a model's parameters, without the optimiser, to a safetensors file under their paths.
 *
 * @example saveWeights(model, 'data/cache/digits.safetensors')
 */
export function saveWeights(model: object, file: string): void {
  const tensors = toStored(parameters(model));
  const metadata = { format: 'lineage weights' };
  writeSafetensors(file, { tensors, metadata: { ...metadata, sha256: fingerprint({ tensors, metadata }) } });
}

/**
 * Gives a model the parameters in a safetensors file.
 *
 * @throws Error naming the first parameter that is missing, unknown or of another shape, or a file that was cut or
 * altered; the model is then unchanged
 */
export function loadWeights(model: object, file: string): void {
  const who = `loadWeights: ${file}`;
  const content = readSafetensors(file);
  if ('sha256' in content.metadata) expectUnaltered(who, content); // other programs' files have none
  assignStored(who, parameters(model), content.tensors);
}
