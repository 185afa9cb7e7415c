import type { MimeBundle } from '../../../lib/kernel';
import { isObject } from '../is-object';
import { printed } from './inspected';

/** The most characters of a wrong value that a message shows. */
const shownOfWrong = 100;

/**
 * Checks the form of what is to be shown.
 *
 * @param who asks for it, as the reader knows it
 * @throws TypeError when it is no object of formats
 */
export function expectBundle(who: string, bundle: unknown): asserts bundle is MimeBundle {
  if (!isObject(bundle))
    throw new TypeError(
      `${who}: expected a bundle such as { 'text/plain': 'hello' }, got ${printed(bundle, shownOfWrong)}`,
    );
}

/** As {@link expectBundle}, and that JSON holds every format of it. */
export function expectFormats(who: string, bundle: unknown): asserts bundle is MimeBundle {
  expectBundle(who, bundle);
  for (const [format, content] of Object.entries(bundle))
    if (content === undefined || typeof content === 'function' || typeof content === 'symbol')
      throw new TypeError(
        `${who}: expected text or JSON for ${format}, got ${printed(content, shownOfWrong)}`,
      );
}

/**
 * What front ends receive: JSON.
 *
 * @throws TypeError when a value has none, such as a bigint
 */
export function toJson(who: string, content: object): string {
  try {
    return JSON.stringify(content);
  } catch (cause) {
    const [reason] = String((cause as Error).message).split('\n');
    throw new TypeError(`${who}: expected values that JSON can hold, but ${reason}`);
  }
}
