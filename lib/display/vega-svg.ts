import type { Spec } from 'vega';
import type { TopLevelSpec } from 'vega-lite';

/** Draws a complete Vega-Lite spec without a browser. */
export async function vegaSvg(spec: TopLevelSpec): Promise<string> {
  const vega = require('vega') as typeof import('vega');
  const { compile } = require('vega-lite') as typeof import('vega-lite');
  const complaints: string[] = [];
  const logger = vega.logger(vega.Warn);
  logger.warn = (...message) => {
    complaints.push(message.join(' '));
    return logger;
  };
  const compiled: Spec = compile(spec, { logger }).spec;
  if (complaints.length > 0) throw new Error(`show.chart: Vega-Lite says: ${complaints.join('; ')}`);
  const view = new vega.View(vega.parse(compiled), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
