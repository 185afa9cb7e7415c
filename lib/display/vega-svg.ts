import type { Spec } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import { textWidth } from './text-width';

/** Draws a complete Vega-Lite spec without a browser. */
export async function vegaSvg(spec: TopLevelSpec): Promise<string> {
  const vega = require('vega') as typeof import('vega');
  const { compile } = require('vega-lite') as typeof import('vega-lite');
  textMetrics(vega).width = ({ fontSize = 11, fontWeight }, text) =>
    textWidth([text].flat().join(''), fontSize, fontWeight === 'bold');
  const complaints: string[] = [];
  const logger = vega.logger(vega.Warn);
  logger.warn = (...message) => {
    complaints.push(message.join(' '));
    return logger;
  };
  // Vega marks the rows that it draws, so it gets its own.
  const compiled: Spec = compile(structuredClone(spec), { logger }).spec;
  if (complaints.length > 0) throw new Error(`show.chart: Vega-Lite says: ${complaints.join('; ')}`);
  const view = new vega.View(vega.parse(compiled), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

/** How Vega measures text: public, but missing from its types. */
function textMetrics(vega: object): { width: (item: TextItem, text: string | readonly string[]) => number } {
  return (vega as { textMetrics: ReturnType<typeof textMetrics> }).textMetrics;
}
