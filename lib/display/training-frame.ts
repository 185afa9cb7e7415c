import { duration } from './duration';
import { escapeText } from './escape-text';
import { formatNumber } from './format-number';
import { font, ink, palette } from './theme';
import { thin } from './thin';
import type { Point, TrainingHistory } from './training-history';
import type { Reference, TrainingOptions } from './training-options';
import { trainingText } from './training-text';
import { words } from './words';

const width = 640;
const panelHeight = 150;
const top = 76;

/** One picture of a run under way: progress bar, time left, the loss and the held-out metric so far. */
export function trainingFrame(history: TrainingHistory, { title, reference, unit }: TrainingOptions): string {
  const { last, loss, smoothed, heldOut, metric } = history;
  if (!last) throw new Error('trainingFrame: expected at least one step, got none');
  const { step, steps, secondsLeft, examplesPerSecond, note } = last;
  const times = `${words.timeLeft(duration(secondsLeft))} · ${words.perSecond(formatNumber(Math.round(examplesPerSecond)))}`;
  const half = heldOut.length > 0 ? (width - 24) / 2 : width;
  const ofLoss = reference?.of === 'metric' ? undefined : reference;
  const parts = [
    label(0, 14, title ?? words.training, { size: 15, bold: true }),
    label(0, 36, trainingText(history, false)),
    label(width, 36, times, { anchor: 'end', colour: ink.quiet }),
    bar(step / steps),
    ...(note ? [label(0, 66, note, { colour: ink.quiet })] : []),
    panel(0, half, `${words.trainingLoss}${unit ? ` (${unit})` : ''}`, steps, ofLoss, [
      { points: loss, colour: palette[5], weight: 1 },
      { points: smoothed, colour: palette[0], weight: 2 },
    ]),
  ];
  if (heldOut.length > 0) {
    const ofMetric = reference?.of === 'metric' ? reference : undefined;
    const curve = { points: heldOut, colour: palette[1], weight: 2 };
    parts.push(panel(half + 24, half, words.heldOutAxis(metric ?? ''), steps, ofMetric, [curve]));
  }
  const height = top + panelHeight + 50;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 24}" height="${height}" ` +
    `viewBox="-12 -12 ${width + 24} ${height}" font-family="${escapeText(font)}" font-size="12" fill="${ink.text}">` +
    `<rect x="-12" y="-12" width="${width + 24}" height="${height}" fill="${ink.card}"/>${parts.join('')}</svg>`
  );
}

interface Curve {
  readonly points: readonly Point[];
  readonly colour: string;
  readonly weight: number;
}

interface LabelStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

function label(
  x: number,
  y: number,
  text: string,
  { anchor = 'start', size = 12, bold, colour }: LabelStyle = {},
) {
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour ?? ink.text}" text-anchor="${anchor}"${weight}>${escapeText(text)}</text>`;
}

function bar(share: number): string {
  const rect = (length: number, colour: string) =>
    `<rect x="0" y="44" width="${length.toFixed(1)}" height="6" rx="3" fill="${colour}"/>`;
  return rect(width, ink.faint) + rect(width * Math.min(1, share), palette[2]);
}

/** A small chart: a baseline, the curves, the range of the values at the left, the steps underneath. */
function panel(
  left: number,
  size: number,
  title: string,
  steps: number,
  reference: Reference | undefined,
  curves: readonly Curve[],
): string {
  const values = curves
    .flatMap(({ points }) => points.map(({ value }) => value))
    .concat(reference?.value ?? []);
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const [from, to] = [left + 44, left + size];
  const x = (step: number) => from + ((to - from) * (step - 1)) / Math.max(1, steps - 1);
  const y = (value: number) => top + 14 + panelHeight * (high > low ? (high - value) / (high - low) : 0.5);
  const base = top + 14 + panelHeight;
  const drawn = curves.map(({ points, colour, weight }) => {
    const path = thin(points, { y: 'value', most: 200 }).map(
      (point) => `${x(point.step).toFixed(1)},${y(point.value).toFixed(1)}`,
    );
    const [cx, cy] = path[path.length - 1]?.split(',') ?? [];
    const dot = weight > 1 && cx ? `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>` : '';
    return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="${weight}"/>${dot}`;
  });
  const line = reference
    ? `<path d="M${from} ${y(reference.value).toFixed(1)}H${to}" stroke="${ink.quiet}" stroke-dasharray="4 4"/>` +
      label(to, y(reference.value) - 4, reference.label, { anchor: 'end', colour: ink.quiet, size: 11 })
    : '';
  return [
    label(left, top, title, { colour: ink.quiet }),
    `<path d="M${from} ${top + 14}V${base}H${to}" fill="none" stroke="${ink.line}"/>`,
    ...(values.length > 0 ? [high, ...(high > low ? [low] : [])] : []).map((value) =>
      label(from - 6, y(value) + 4, formatNumber(value, 3), { anchor: 'end', colour: ink.quiet, size: 11 }),
    ),
    label(from, base + 16, '1', { anchor: 'middle', colour: ink.quiet, size: 11 }),
    label(to, base + 16, formatNumber(steps), { anchor: 'end', colour: ink.quiet, size: 11 }),
    label((from + to) / 2, base + 16, words.stepAxis, { anchor: 'middle', colour: ink.quiet, size: 11 }),
    ...drawn,
    line,
  ].join('');
}
