import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { isObject } from './is-object';
import type { SeenSignatures } from './seen-signatures';

/** What a connection file says: where the five sockets are, and the key that signs every message. */
export interface Connection {
  transport: string;
  ip: string;
  shell_port: number;
  iopub_port: number;
  stdin_port: number;
  control_port: number;
  hb_port: number;
  key: string;
  signature_scheme: string;
}

/** Who sent a message, when, and of which type. */
export interface Header {
  msg_id: string;
  session: string;
  username: string;
  date: string;
  msg_type: string;
  version: string;
}

/** One message of the Jupyter protocol; `identities` are the routing frames before the delimiter. */
export interface Message<C = Record<string, unknown>> {
  identities: Buffer[];
  header: Header;
  parent_header: Partial<Header>;
  metadata: Record<string, unknown>;
  content: C;
  buffers: Buffer[];
}

/** Frames that are no message: cut, signed with another key, seen before, or not JSON. */
export class WireError extends Error {
  override readonly name = 'WireError';

  /** @param request the message without its content, where it is signed and only its content can't be read */
  constructor(
    message: string,
    readonly request?: Message,
  ) {
    super(message);
  }
}

/** The version of the messaging protocol that is spoken here. */
export const protocolVersion = '5.3';

const delimiter = Buffer.from('<IDS|MSG>');
const partNames = ['header', 'parent_header', 'metadata', 'content'] as const;

/** A fresh header for a message of the given type, such as `execute_reply`. */
export function header(type: string, session: string): Header {
  return {
    msg_id: randomUUID(),
    session,
    username: 'lineage',
    date: new Date().toISOString(),
    msg_type: type,
    version: protocolVersion,
  };
}

/** The frames for zeromq: identities, delimiter, signature, the four JSON parts, buffers. An empty key signs nothing. */
export function encode(message: Message, key: string): Buffer[] {
  const parts = partNames.map((name) => Buffer.from(wellFormed(JSON.stringify(message[name]))));
  return [...message.identities, delimiter, Buffer.from(sign(parts, key)), ...parts, ...message.buffers];
}

/**
 * The message in the frames.
 *
 * Source: "Messaging in Jupyter", section "The wire protocol".
 * @param seen what has arrived so far, for a receiver that obeys no message twice; without signatures it has no say
 * @throws WireError when frames are missing, the signature is wrong or a part is not a JSON object.
 */
export function decode(frames: readonly Buffer[], key: string, seen?: SeenSignatures): Message {
  const start = frames.findIndex((frame) => frame.equals(delimiter));
  if (start < 0)
    throw new WireError(`wire: expected the delimiter ${delimiter}, got ${frames.length} frames without it`);
  const signature = frames[start + 1];
  const parts = frames.slice(start + 2, start + 6);
  if (parts.length < partNames.length)
    throw new WireError(
      `wire: expected a signature and ${partNames.length} parts, got ${frames.length - start - 1} frames`,
    );
  expectSignature(signature, parts, key);
  if (key !== '' && seen?.isNew(signature.toString('latin1')) === false)
    throw new WireError('wire: expected a new message, got one that has arrived before');
  const messageHeader = parsePart(parts[0], 0);
  if (typeof messageHeader.msg_type !== 'string')
    throw new WireError('wire: expected a msg_type in the header, got none');
  const message: Message = {
    identities: frames.slice(0, start),
    header: messageHeader as unknown as Header,
    parent_header: {},
    metadata: {},
    content: {},
    buffers: frames.slice(start + 6),
  };
  try {
    const [parent_header, metadata, content] = parts
      .slice(1)
      .map((part, index) => parsePart(part, index + 1));
    return { ...message, parent_header, metadata, content };
  } catch (error) {
    throw new WireError((error as WireError).message, message);
  }
}

function sign(parts: readonly Buffer[], key: string): string {
  if (key === '') return '';
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}

function expectSignature(signature: Buffer, parts: readonly Buffer[], key: string): void {
  const expected = Buffer.from(sign(parts, key));
  // Compared in constant time, so that the answer's delay tells nothing about the right signature.
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
    throw new WireError(
      'wire: the signature does not belong to the message: another key, or the message was changed',
    );
}

function parsePart(part: Buffer, index: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(part.toString('utf8'));
  } catch (cause) {
    throw new WireError(`wire: expected JSON in ${partNames[index]}, got ${(cause as Error).message}`);
  }
  if (!isObject(value))
    throw new WireError(`wire: expected an object in ${partNames[index]}, got ${JSON.stringify(value)}`);
  return value;
}

/** Half a surrogate pair, which JSON escapes, becomes �: front ends could not save it in a notebook. */
function wellFormed(json: string): string {
  if (!json.includes('\\ud')) return json;
  return json.replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (escaped) =>
    escaped === '\\\\' ? escaped : '\ufffd',
  );
}
