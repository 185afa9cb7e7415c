import { diverging, ink } from './theme';

/** A grey or coloured picture as rows of numbers. */
export interface Image {
  /** `[height · width]`, row by row. */
  readonly pixels: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  readonly caption?: string;
}

/** `ink`: 0 is paper, the largest value black. `diverging`: 0 is white, negative blue, positive red. */
export type ImagePalette = 'ink' | 'diverging';

/** The colour `[red, green, blue]` of a pixel, each 0–255. */
export type Colouring = (pixel: number) => readonly number[];

/**
 * How the pixels of `images` become colours. Ink: bytes run from 0 to 255, other numbers from 0 to 1. Diverging: one
 * scale for all images, symmetric about zero.
 *
 * @throws where a pixel lies outside the range, or an image hasn't width · height of them
 */
export function colouring(who: string, images: readonly Image[], palette: ImagePalette): Colouring {
  let largest = 0;
  images.forEach(({ pixels, width, height }, index) => {
    if (pixels.length !== width * height)
      throw new Error(
        `${who}: image ${index}: expected ${width} × ${height} = ${width * height} pixels, got ${pixels.length}`,
      );
    const [low, high] = palette === 'diverging' ? [-Infinity, Infinity] : [0, isBytes(pixels) ? 255 : 1];
    for (let at = 0; at < pixels.length; at++) {
      const pixel = pixels[at];
      if (!(pixel >= low && pixel <= high) || !Number.isFinite(pixel))
        throw new Error(
          `${who}: image ${index}: expected pixels from ${low} to ${high}, got ${pixel}. ` +
            "Signed values want palette: 'diverging'.",
        );
      largest = Math.max(largest, Math.abs(pixel));
    }
  });
  if (palette === 'ink') {
    const scale = images.some(({ pixels }) => isBytes(pixels)) ? 255 : 1;
    return (pixel) => mixed(inkStops, pixel / scale);
  }
  return (pixel) => mixed(divergingStops, largest === 0 ? 0.5 : (pixel / largest + 1) / 2);
}

const inkStops = [ink.card, '#000000'].map(channels);
const divergingStops = diverging.map(channels);

function isBytes(pixels: ArrayLike<number>): boolean {
  return pixels instanceof Uint8Array || pixels instanceof Uint8ClampedArray;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** The colour at `position` (0–1) along evenly spaced stops. */
function mixed(stops: readonly number[][], position: number): number[] {
  const place = position * (stops.length - 1);
  const below = Math.min(Math.floor(place), stops.length - 2);
  return stops[below].map((value, channel) =>
    Math.round(value + (place - below) * (stops[below + 1][channel] - value)),
  );
}
