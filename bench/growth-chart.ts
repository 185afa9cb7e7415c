import type { TopLevelSpec } from 'vega-lite';
import type { Field } from 'vega-lite/build/src/channeldef';
import type { UnitSpecWithFrame } from 'vega-lite/build/src/spec/unit';
import { palette } from '../lib/display/theme';
import { base, type Growing, growing } from './growth-rows';
import type { Results } from './results';

const titles: Record<Growing, string> = {
  context: 'context (tokens)',
  channels: 'width (channels)',
  layers: 'depth (layers)',
};

const [blue, red] = palette;
const who = ['ours compiled', 'ours eager', 'torch.compile', 'torch eager'];

/** A step's time against each part of a GPT that grows, both axes logarithmic: a straight line is a power. */
export function growthChart({ rows }: Pick<Results, 'rows'>): TopLevelSpec {
  const parts = Object.keys(growing) as Growing[];
  const panel = (part: Growing): UnitSpecWithFrame<Field> => {
    const values = rows
      .filter(({ config }) => parts.every((other) => other === part || config[other] === base[other]))
      .flatMap(({ config, times }) =>
        who
          .filter((label) => label in times)
          .map((label) => {
            return { size: config[part], who: label, ms: times[label].median };
          }),
      );
    return {
      width: 190,
      height: 260,
      data: { values },
      mark: { type: 'line', point: { filled: true } },
      encoding: {
        x: {
          field: 'size',
          type: 'quantitative',
          scale: { type: 'log', base: 2, nice: false },
          axis: { values: [...growing[part]], format: 'd' },
          title: titles[part],
        },
        y: {
          field: 'ms',
          type: 'quantitative',
          scale: { type: 'log' },
          axis: { format: '~g' },
          title: 'median time of one training step (ms)',
        },
        color: {
          field: 'who',
          type: 'nominal',
          scale: { domain: who, range: [blue, blue, red, red] },
          title: null,
          legend: { orient: 'bottom', symbolType: 'stroke', symbolSize: 500 },
        },
        strokeDash: {
          field: 'who',
          type: 'nominal',
          scale: {
            domain: who,
            range: [
              [1, 0],
              [4, 4],
              [1, 0],
              [4, 4],
            ],
          },
          title: null,
        },
      },
    };
  };
  return {
    title: {
      text: 'What a GPT’s training step costs as it grows',
      subtitle: `otherwise ${base.layers} layers, ${base.heads} heads, ${base.channels} channels, context ${base.context}, batch ${base.batch}; both axes are logarithmic`,
    },
    resolve: { scale: { y: 'shared' } },
    hconcat: parts.map(panel),
  };
}
