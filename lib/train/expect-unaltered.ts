import { fingerprint } from './fingerprint';
import type { Safetensors } from './safetensors';

/**
 * Refuses a file whose content isn't what its note `sha256` says.
 *
 * @throws Error `loadCheckpoint: run.safetensors was altered …`
 */
export function expectUnaltered(who: string, content: Safetensors): void {
  const got = fingerprint(content);
  const expected = content.metadata['sha256'] ?? 'none';
  if (got !== expected)
    throw new Error(
      `${who} was altered after it was written: expected SHA-256 ${expected}, got ${got}. ` +
        'Take an earlier copy, or train anew.',
    );
}
