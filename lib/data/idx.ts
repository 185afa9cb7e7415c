/** An array of bytes with its sizes, first axis first. */
export interface ByteArray {
  readonly shape: readonly number[];
  /** Row-major, as many as the product of the shape. */
  readonly values: Uint8Array;
}

const unsignedByte = 0x08;

/**
 * Reads an IDX file of unsigned bytes, the format of MNIST: two zero bytes, the type, the number of axes,
 * each size as a big-endian 32-bit integer, then the values.
 *
 * @param who the file's name, for errors
 * @param axes how many axes it must have: 3 for images, 1 for labels
 * @throws Error if the header is another one or the length doesn't agree with it
 */
export function readIdx(bytes: Uint8Array, who: string, axes: number): ByteArray {
  const headerLength = 4 + 4 * axes;
  if (bytes.length < headerLength)
    throw new Error(`${who}: expected an IDX header of ${headerLength} bytes, got a file of ${bytes.length}`);
  const magic = [0, 0, unsignedByte, axes];
  if (magic.some((byte, index) => bytes[index] !== byte))
    throw new Error(
      `${who}: expected the IDX header ${hex(magic)} (unsigned bytes, ${axes} axes), got ${hex(bytes.subarray(0, 4))}`,
    );
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerLength);
  const shape = Array.from({ length: axes }, (_, axis) => header.getUint32(4 + 4 * axis));
  const size = shape.reduce((product, length) => product * length, 1);
  if (bytes.length - headerLength !== size)
    throw new Error(
      `${who}: expected ${size} values after the header [${shape.join(', ')}], got ${bytes.length - headerLength}`,
    );
  return { shape, values: bytes.subarray(headerLength) };
}

function hex(bytes: ArrayLike<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
