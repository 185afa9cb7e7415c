import type { Provenance } from '../data';
import { banner } from './banner';
import { words } from './words';

/** Shows in one line where a data set comes from, and for made data what that means. */
export function provenance({ name, kind, from, licence, source, note }: Provenance): void {
  const { made, npm, real, madeNote, from: origin, licence: licenceWord } = words.banner;
  const facts = [{ made, npm, real }[kind], `${origin} ${from}`, source, `${licenceWord} ${licence}`];
  banner(name, [...facts, note ?? (kind === 'made' ? madeNote : '')].filter(Boolean).join(' · '), {
    data: `${name}, ${kind}`,
  });
}
