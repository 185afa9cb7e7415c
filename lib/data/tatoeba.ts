import { simplified } from '../text/simplified';
import type { Places } from './finder';
import { readText } from './read-text';
import type { SentencePair, Translations } from './sentence-pair';

/**
 * Chinese sentences with their translations into English, by volunteers: 26,388 pairs, the shortest first. Many
 * sentences occur in several. Nearly half of the Chinese ones are in traditional characters, and are converted.
 *
 * Source: Tatoeba, as of 14 July 2021, by manythings.org.
 *
 * @throws DataUnavailable if they can't be had; DamagedFile if the file isn't the published one
 * @example const { pairs } = await tatoeba(); // pairs[0]: { source: '嗨。', target: 'Hi.' }
 */
export async function tatoeba(places?: Places): Promise<Translations> {
  const { text, provenance } = await readText('cmn-eng', places);
  return { pairs: readSentencePairs(text), provenance };
}

/**
 * One pair a line: English, a tab, Chinese, a tab, who wrote them.
 *
 * @throws Error naming the line that has another form
 */
export function readSentencePairs(text: string): SentencePair[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    const [english, chinese] = line.split('\t');
    if (!english?.trim() || !chinese?.trim())
      throw new Error(
        `readSentencePairs: line ${index + 1}: expected English, a tab and Chinese, got ${JSON.stringify(line.slice(0, 60))}`,
      );
    return { source: simplified(chinese), target: english };
  });
}
