import type { Places } from './finder';
import type { Message, Messages } from './message';
import { readText } from './read-text';

/**
 * The SMS Spam Collection: 5,574 text messages of 2003–2011 from Britain and Singapore, each marked ham or spam, in the
 * order of the published file. Hundreds of them occur more than once: see {@link withoutRepeats}.
 *
 * Source: Almeida, Gómez Hidalgo and Yamakami, "Contributions to the study of SMS spam filtering", 2011.
 *
 * @throws DataUnavailable if it can't be had; DamagedFile if the file isn't the published one
 * @example const { messages } = await smsSpam();
 */
export async function smsSpam(places?: Places): Promise<Messages> {
  const { text, provenance } = await readText('sms-spam', places);
  return { messages: readMessages(text), provenance };
}

/**
 * One message a line: the label, a tab, the message as it is. There is no quoting, and only a line feed ends a line.
 *
 * @throws Error naming the line that has another form
 */
export function readMessages(text: string): Message[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    const tab = line.indexOf('\t');
    const label = line.slice(0, Math.max(0, tab));
    if (label !== 'ham' && label !== 'spam')
      throw new Error(
        `readMessages: line ${index + 1}: expected ham or spam, a tab and the message, got ${JSON.stringify(line.slice(0, 40))}`,
      );
    return { label, text: line.slice(tab + 1) };
  });
}
