/** The longest runs of characters that count, and how much more recall counts than precision: chrF2. */
const [orders, beta] = [6, 2];

/**
 * How many runs of one to six characters translations share with reference translations: the F-score of their precision
 * and recall, where recall counts twice as much. Unlike BLEU, a word that is nearly right is not all wrong.
 *
 * Popović, "chrF: character n-gram F-score for automatic MT evaluation", 2015, section 2; spaces left out and sums over
 * the corpus as in Post's sacrebleu (2018). Of several references the one counts that scores best.
 *
 * @param references for each translation at least one
 * @returns 0 … 1, where sacrebleu prints 0 … 100
 * @example chrf(['a'], [['ab']]) // 0.5556
 */
export function chrf(translations: readonly string[], references: readonly (readonly string[])[]): number {
  if (translations.length === 0 || translations.length !== references.length)
    throw new Error(
      'chrf: expected at least one translation, and references for each, ' +
        `got ${translations.length} translations and references for ${references.length}`,
    );
  const total = Array.from({ length: orders }, () => ({ written: 0, wanted: 0, shared: 0 }));
  for (const [index, text] of translations.entries()) {
    if (references[index].length === 0)
      throw new Error(`chrf: expected a reference for translation ${index}, got none`);
    const each = references[index].map((reference) => countShared(text, reference));
    const best = each.reduce((best, next) => (score(next) > score(best) ? next : best));
    for (const [k, { written, wanted, shared }] of best.entries()) {
      total[k].written += written;
      total[k].wanted += wanted;
      total[k].shared += shared;
    }
  }
  return score(total);
}

/** Of one order: runs in the translation, in the reference, in both. */
type Counts = { written: number; wanted: number; shared: number };

/** Orders that one of the sides is too short for are left out. */
function score(counts: readonly Counts[]): number {
  const usable = counts.filter(({ written, wanted }) => written > 0 && wanted > 0);
  if (usable.length === 0) return 0;
  const mean = (share: (counts: Counts) => number) =>
    usable.reduce((sum, each) => sum + share(each), 0) / usable.length;
  const [P, R] = [
    mean(({ shared, written }) => shared / written),
    mean(({ shared, wanted }) => shared / wanted),
  ];
  // F_β = (1 + β²) P R / (β² P + R)
  return P + R === 0 ? 0 : ((1 + beta ** 2) * P * R) / (beta ** 2 * P + R);
}

function countShared(text: string, reference: string): Counts[] {
  const [ours, theirs] = [text, reference].map((side) => [...side.replace(/\s+/gu, '')]);
  return Array.from({ length: orders }, (_, k) => {
    const [written, wanted] = [runs(ours, k + 1), runs(theirs, k + 1)];
    const sum = (map: ReadonlyMap<string, number>) =>
      [...map.values()].reduce((all, count) => all + count, 0);
    const shared = [...written].reduce((all, [run, count]) => all + Math.min(count, wanted.get(run) ?? 0), 0);
    // Where the reference is too short for a run, the translation's don't count either.
    return { written: wanted.size > 0 ? sum(written) : 0, wanted: sum(wanted), shared };
  });
}

/** How often a text has each run of `order` characters. */
function runs(characters: readonly string[], order: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + order <= characters.length; start++) {
    const run = characters.slice(start, start + order).join('');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}
