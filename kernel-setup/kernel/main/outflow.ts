import type { Flow } from '../flow';
import { calm, type InterruptFlag } from '../interrupt-flag';
import type { FromMain } from '../threads';

/** The longest printed text that travels in one piece, in characters. */
const piece = 65_536;

/**
 * Sends what cells print and show to the io worker: long texts in pieces, and no faster than front ends take them.
 *
 * @param flag ends the waiting when the reader presses stop
 */
export function outflow(
  post: (message: FromMain) => void,
  flow: Flow,
  flag: InterruptFlag,
): (message: FromMain) => void {
  const stopped = () => flag.level > calm;
  const send = (message: FromMain) => {
    flow.enter(message, stopped);
    post(message);
  };
  return (message) => {
    if (message.type !== 'stream' || message.text.length <= piece) return send(message);
    const { text } = message;
    for (let start = 0, end: number; start < text.length; start = end) {
      end = start + piece;
      // Both halves of a surrogate pair travel together.
      if (isHighSurrogate(text.charCodeAt(end - 1))) end++;
      send({ ...message, text: text.slice(start, end) });
    }
  };
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
