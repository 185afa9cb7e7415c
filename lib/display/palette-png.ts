import type { Raster } from './raster';

/** The most bytes that one picture may add to a notebook. */
const pictureLimit = 60_000;

/**
 * `raster` as PNG with at most 128 colours, fewer if the file would pass 60 kB; the same raster always
 * gives the same bytes.
 *
 * @returns base64
 * @throws where even 16 colours need more
 */
export function palettePng(raster: Raster, who: string): string {
  const { encode } = require('upng-js') as { encode: Encode };
  const { buffer, byteOffset, byteLength } = raster.rgba;
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  let size = 0;
  for (const colours of [128, 48, 16]) {
    const file = encode([bytes], raster.width, raster.height, colours);
    size = file.byteLength;
    if (size <= pictureLimit) return Buffer.from(file).toString('base64');
  }
  throw new Error(
    `${who}: expected a picture of at most ${pictureLimit} bytes, got ${size}. Draw it smaller, or show less in it.`,
  );
}

type Encode = (frames: ArrayBuffer[], width: number, height: number, colours: number) => ArrayBuffer;
