import { escapeText } from '../display/escape-text';
import { graphLayout, type Placed } from './graph-layout';
import type { Value } from './value';

const box = { width: 100, height: 50 };
const gap = { sideways: 10, level: 24 };
const margin = 10;
const most = 60;

/** Fill and outline, of the palette by Okabe and Ito. */
const paint = {
  input: { fill: '#fdf3df', line: '#e69f00' },
  operation: { fill: '#e6f1f9', line: '#0072b2' },
  result: { fill: '#e0f3ec', line: '#009e73' },
};

/**
 * Draws the computation behind `root` as an SVG picture: one box per value with its name, operation, data and gradient.
 *
 * The computation runs downwards. Orange: inputs and parameters; blue: operations; green: the result. Call `root.backward()` first, or every
 * gradient is 0. Readable up to about 30 values; more than 60 are refused.
 */
export function graphSvg(root: Value): string {
  const placed = graphLayout(root);
  if (placed.length > most)
    throw new Error(
      `graphSvg: expected at most ${most} values, got ${placed.length}. Draw one example or one neuron.`,
    );
  const at = new Map(placed.map((node) => [node.value, corner(node)]));
  const width = Math.max(...[...at.values()].map(({ x }) => x)) + box.width + margin;
  const height = Math.max(...[...at.values()].map(({ y }) => y)) + box.height + margin;
  const arrows = placed.flatMap(({ value }) =>
    value.operands.map((operand) => arrow(at.get(operand)!, at.get(value)!)),
  );
  const boxes = placed.map(({ value }) => drawBox(value, at.get(value)!, value === root));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="max-width: 100%; height: auto" font-family="system-ui, DejaVu Sans, sans-serif">`,
    '<defs><marker id="tip" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L6 3L0 6z" fill="#777"/></marker></defs>',
    `<rect width="${width}" height="${height}" rx="6" fill="#fff"/>`,
    ...arrows,
    ...boxes,
    '</svg>',
  ].join('\n');
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function corner({ level, place }: Placed): Point {
  return {
    x: Math.round(margin + place * (box.width + gap.sideways)),
    y: margin + level * (box.height + gap.level),
  };
}

function arrow(from: Point, to: Point): string {
  const start = { x: from.x + box.width / 2, y: from.y + box.height };
  const end = { x: to.x + box.width / 2, y: to.y };
  const bend = gap.level * 0.8;
  const curve = `M${start.x} ${start.y}C${start.x} ${start.y + bend} ${end.x} ${end.y - bend} ${end.x} ${end.y}`;
  return `<path d="${curve}" fill="none" stroke="#777" stroke-width="1.2" marker-end="url(#tip)"/>`;
}

function drawBox(value: Value, { x, y }: Point, isResult: boolean): string {
  const { fill, line } = isResult ? paint.result : value.operands.length > 0 ? paint.operation : paint.input;
  const title = [value.label, value.operation].filter((part) => part !== '').join(' = ') || 'constant';
  const middle = x + box.width / 2;
  const row = (offset: number, style: string, text: string) =>
    `<text x="${middle}" y="${y + offset}" text-anchor="middle" ${style}>${escapeText(text)}</text>`;
  return [
    `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="5" fill="${fill}" stroke="${line}" stroke-width="1.3"/>`,
    row(14, 'font-size="12.5" font-weight="600" fill="#222"', title),
    row(29, 'font-size="11.5" fill="#222"', `data ${digits(value.data)}`),
    row(43, 'font-size="11.5" fill="#a33c00"', `grad ${digits(value.grad)}`),
  ].join('');
}

/** Four significant digits, with a true minus sign. */
function digits(number: number): string {
  return String(Number(number.toPrecision(4))).replace('-', '−');
}
