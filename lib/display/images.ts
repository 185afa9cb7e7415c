import { escapeText } from './escape-text';
import { type Colouring, colouring, type Image, type ImagePalette } from './image-colours';
import { palettePng } from './palette-png';
import { type Raster, rasterize } from './raster';
import { send } from './send';
import { textWidth } from './text-width';
import { columnWidth, font, ink } from './theme';
import { words } from './words';

const zoom = 2;
const margin = 8;
const captionSize = 11;
const captionHeight = 18;

/**
 * Shows images as a grid, every pixel a sharp square, with the captions underneath.
 *
 * @param options.columns images in a row; as many as fit if not said
 * @param options.scale CSS pixels to an image's pixel, a whole number; otherwise one that suits the size
 * @param options.palette `ink` for 0…1 (or bytes 0…255), `diverging` for signed values such as weights
 * @throws where a pixel lies outside its range, or the sizes don't match
 */
export function images(
  list: readonly Image[],
  options: { readonly columns?: number; readonly scale?: number; readonly palette?: ImagePalette } = {},
): void {
  if (list.length === 0) throw new Error('show.images: expected at least one image, got none');
  const colour = colouring('show.images', list, options.palette ?? 'ink');
  const grid = layOut(list, options);
  const picture = rasterize(frame(list, grid), zoom);
  list.forEach((image, index) => {
    blit(picture, image, colour, grid.place(index), grid.scale * zoom);
  });
  send({ 'image/png': palettePng(picture, 'show.images'), 'text/plain': describe(list) }, 'image', {
    size: { width: grid.width, height: grid.height },
  });
}

interface Grid {
  readonly scale: number;
  /** CSS pixels of the whole picture. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels of a cell without its margin. */
  readonly cellWidth: number;
  /** Left and top edge of an image in CSS pixels. */
  place(index: number): { x: number; y: number };
}

function layOut(list: readonly Image[], options: { columns?: number; scale?: number }): Grid {
  const widest = Math.max(...list.map((image) => image.width));
  const highest = Math.max(...list.map((image) => image.height));
  const scale = options.scale ?? Math.max(1, Math.round(64 / widest));
  if (!Number.isInteger(scale) || scale < 1)
    throw new Error(`show.images: expected scale to be a whole number of at least 1, got ${scale}`);
  const longest = Math.max(...list.map(({ caption }) => Math.ceil(textWidth(caption ?? '', captionSize))));
  const cellWidth = Math.max(widest * scale, longest);
  const fitting = Math.max(1, Math.floor((columnWidth + 80) / (cellWidth + margin)));
  const columns = Math.min(options.columns ?? fitting, list.length);
  const cellHeight = highest * scale + (longest > 0 ? captionHeight : 0);
  const rows = Math.ceil(list.length / columns);
  return {
    scale,
    cellWidth,
    width: columns * (cellWidth + margin) + margin,
    height: rows * (cellHeight + margin) + margin,
    place(index) {
      const left = margin + (index % columns) * (cellWidth + margin);
      const top = margin + Math.floor(index / columns) * (cellHeight + margin);
      return { x: left + Math.floor((cellWidth - list[index].width * scale) / 2), y: top };
    },
  };
}

/** The grid without its pixels: a hair line around every image, and the captions. */
function frame(list: readonly Image[], { width, height, scale, place }: Grid): string {
  const parts = list.map((image, index) => {
    const { x, y } = place(index);
    const [w, h] = [image.width * scale, image.height * scale];
    const line = `<rect x="${x - 0.5}" y="${y - 0.5}" width="${w + 1}" height="${h + 1}" fill="none" stroke="${ink.faint}"/>`;
    if (!image.caption) return line;
    return `${line}<text x="${x + w / 2}" y="${y + h + 14}" text-anchor="middle">${escapeText(image.caption)}</text>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `font-family="${escapeText(font)}" font-size="${captionSize}" fill="${ink.text}">${parts.join('')}</svg>`
  );
}

/** Writes an image's pixels over `picture`, each as a square of `side` device pixels. */
function blit(
  picture: Raster,
  image: Image,
  colour: Colouring,
  at: { x: number; y: number },
  side: number,
): void {
  const stride = picture.width * 4;
  const length = image.width * side * 4;
  for (let row = 0; row < image.height; row++) {
    const start = (at.y * zoom + row * side) * stride + at.x * zoom * 4;
    for (let column = 0; column < image.width; column++) {
      const [red, green, blue] = colour(image.pixels[row * image.width + column]);
      for (let target = start + column * side * 4; target < start + (column + 1) * side * 4; target += 4) {
        picture.rgba[target] = red;
        picture.rgba[target + 1] = green;
        picture.rgba[target + 2] = blue;
        picture.rgba[target + 3] = 255;
      }
    }
    for (let copy = 1; copy < side; copy++)
      picture.rgba.copyWithin(start + copy * stride, start, start + length);
  }
}

function describe(list: readonly Image[]): string {
  const sizes = [...new Set(list.map(({ width, height }) => `${width} × ${height}`))].join(', ');
  const captions = list.flatMap(({ caption }) => caption ?? []);
  return `${list.length} ${words.images(list.length)}, ${sizes}${captions.length > 0 ? `: ${captions.join('; ')}` : ''}`;
}
