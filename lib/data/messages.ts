import { DataUnavailable, type Places } from './finder';
import { madeMessages } from './made-messages';
import type { Messages } from './message';
import { smsSpam } from './sms-spam';

/**
 * The SMS Spam Collection where it can be had, else made messages whose provenance says so and why.
 *
 * Only data that are nowhere to be found are replaced: a damaged file or a wrong `LINEAGE_DATA` throws.
 */
export async function messages(places?: Places): Promise<Messages> {
  try {
    return await smsSpam(places);
  } catch (cause) {
    if (!(cause instanceof DataUnavailable)) throw cause;
    const made = madeMessages({ seed: 2011, size: 5_574 }); // as many as the collection has
    const note = `the SMS Spam Collection could not be had (${cause.failure}): these messages are made, no one sent them`;
    return { ...made, provenance: { ...made.provenance, note } };
  }
}
