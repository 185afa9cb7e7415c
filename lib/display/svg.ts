import { palettePng } from './palette-png';
import { rasterize } from './raster';
import { send } from './send';

/**
 * Shows a drawing, as a picture on a white card that every front end draws.
 *
 * @param drawing an SVG element with `width` and `height` in pixels
 * @param text one sentence for those who don't see it
 */
export function svg(drawing: string, text: string): void {
  const picture = rasterize(drawing);
  send({ 'image/png': palettePng(picture, 'show.svg'), 'text/plain': text }, 'image', {
    size: { width: picture.width / 2, height: picture.height / 2 },
  });
}
