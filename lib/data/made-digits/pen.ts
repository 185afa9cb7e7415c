import type { Rng } from '../../rng';
import type { Point } from './glyphs';

// Named once: looking up the global Math for every pixel is slow in a sandbox such as Jest's.
const { ceil, floor, max, min, sqrt } = Math;

const side = 28;
const half = side / 2;

/**
 * Draws lines with a pen of random width into 28 × 28 grey values, as MNIST lays its digits out: fitted into a box
 * of about 20 pixels, their centre of mass in the middle.
 *
 * @param lines polylines in any units
 * @param grey the 784 values to write, all 0 before
 */
export function draw(lines: readonly (readonly Point[])[], grey: Uint8Array, rng: Rng): void {
  const radius = rng.uniform(0.75, 1.75); // half the pen's width, in pixels
  const softness = rng.uniform(0.8, 1.3); // how far ink spreads at an edge, in pixels
  const place = layOut(lines, rng.uniform(18, 20) - 2 * radius + 1);
  const ink = new Float32Array(side * side);
  const wobble = rng.uniform(0, 2 * Math.PI);
  for (const line of lines) {
    let [fromX, fromY] = place(line[0]);
    for (let index = 0; index < line.length; index++) {
      const [toX, toY] = place(line[index]);
      const pressure = 1 + 0.18 * Math.sin(wobble + 0.45 * index);
      drawPiece(ink, fromX, fromY, toX, toY, radius * pressure, softness);
      [fromX, fromY] = [toX, toY];
    }
  }
  for (let pixel = 0; pixel < ink.length; pixel++)
    if (ink[pixel] > 0) grey[pixel] = min(255, 255 * ink[pixel] * rng.uniform(0.8, 1.08));
}

/** From the lines' units to pixels: the longer side becomes `size`, the centre of mass the middle of the picture. */
function layOut(lines: readonly (readonly Point[])[], size: number): (point: Point) => Point {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  let [massX, massY, mass] = [0, 0, 0];
  for (const line of lines) {
    for (let index = 0; index < line.length; index++) {
      const [x, y] = line[index];
      left = min(left, x);
      right = max(right, x);
      top = min(top, y);
      bottom = max(bottom, y);
      if (index === 0) continue;
      const length = Math.hypot(x - line[index - 1][0], y - line[index - 1][1]);
      massX += (length * (x + line[index - 1][0])) / 2;
      massY += (length * (y + line[index - 1][1])) / 2;
      mass += length;
    }
  }
  const scale = size / max(right - left, bottom - top);
  return ([x, y]) => [half + scale * (x - massX / mass), half + scale * (y - massY / mass)];
}

/** Adds one straight piece: a pixel takes the ink of the nearest point of the lines. */
function drawPiece(
  ink: Float32Array,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  radius: number,
  softness: number,
): void {
  const reach = radius + softness;
  const dx = toX - fromX;
  const dy = toY - fromY;
  const squared = dx * dx + dy * dy || 1; // a piece without length is a dot
  const firstColumn = max(0, floor(min(fromX, toX) - reach));
  const lastColumn = min(side - 1, ceil(max(fromX, toX) + reach));
  const firstRow = max(0, floor(min(fromY, toY) - reach));
  const lastRow = min(side - 1, ceil(max(fromY, toY) + reach));
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const x = column + 0.5 - fromX;
      const y = row + 0.5 - fromY;
      // the nearest point of the piece is t of the way along: t = (p · d) / |d|², within 0 … 1
      const t = min(1, max(0, (x * dx + y * dy) / squared));
      const awayX = x - t * dx;
      const awayY = y - t * dy;
      const distance = sqrt(awayX * awayX + awayY * awayY);
      // full ink inside the pen, none beyond its edge, falling evenly between
      const cover = min(1, (radius - distance) / softness + 0.5);
      const pixel = row * side + column;
      if (cover > ink[pixel]) ink[pixel] = cover;
    }
  }
}
