import type { TopLevelSpec } from 'vega-lite';
import { expectAxisTitles } from './expect-axis-titles';
import { expectFewPoints } from './expect-few-points';
import { expectKnownFields } from './expect-known-fields';
import { palettePng } from './palette-png';
import { rasterize } from './raster';
import { rounded } from './rounded';
import type { Bundle, SendOptions } from './send';
import { theme } from './theme';
import { vegaSvg } from './vega-svg';

/** A chart in every format that a front end may want. */
export interface ChartPicture {
  readonly bundle: Bundle;
  readonly size: NonNullable<SendOptions['size']>;
}

/**
 * Dresses `spec` in the house theme and draws it: Vega-Lite 5 for JupyterLab, where it answers to the mouse, a picture
 * for GitHub and paper, and `text`.
 *
 * @param who the caller, for the errors
 * @param zoom device pixels of the picture to a CSS pixel
 */
export async function chartPicture(
  who: string,
  spec: TopLevelSpec,
  text: string,
  zoom = 2,
): Promise<ChartPicture> {
  expectAxisTitles(who, spec);
  expectFewPoints(who, spec);
  expectKnownFields(who, spec);
  const dressed = {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    ...(rounded(spec) as TopLevelSpec),
    config: { ...theme, ...spec.config },
  } as TopLevelSpec;
  const picture = rasterize(await vegaSvg(dressed), zoom);
  return {
    bundle: {
      'application/vnd.vegalite.v5+json': dressed,
      'image/png': palettePng(picture, who),
      'text/plain': text,
    },
    size: { width: picture.width / zoom, height: picture.height / zoom },
  };
}
