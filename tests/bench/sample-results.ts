import type { Results, Timing } from '../../bench/results';

/** A contender that took `median` milliseconds, the same in three rounds. */
export function sampleTiming(median: number, compileSeconds = 0): Timing {
  return {
    ...{ median, quartiles: [median * 0.9, median * 1.2], rounds: [median, median, median], calls: 30 },
    ...{ compileSeconds, difference: 1e-6 },
  };
}

/** Results of two rows, as a run gives them. */
export const sampleResults: Results = {
  date: '2026-01-02T03:04:05.000Z',
  machine: { processor: 'A processor', cores: 2, memoryGB: 8, system: 'linux x64' },
  versions: { node: '20.0.0', TensorFlow: '2.1', tfjs: '4.2', Python: '3.1', PyTorch: '2.3' },
  ...{ threads: 2, rounds: 3, secondsPerRound: 1, comparedSteps: 20, load: 0.25 },
  peak: { TensorFlow: 150e9, PyTorch: 200e9 },
  rows: [
    {
      ...{
        name: 'mlp-64',
        title: 'MLP',
        step: 'training',
        config: {},
        goal: 0.5,
        data: 'MNIST',
        flops: 20e6,
      },
      ...{ losses: [2.3, 1.4], missing: {}, otherWork: 0.125 },
      times: {
        'ours compiled': sampleTiming(0.4, 0.3),
        'torch.compile': sampleTiming(1, 12),
        'ours eager': sampleTiming(4),
        'torch eager': sampleTiming(0.8),
      },
    },
    {
      ...{
        name: 'generation',
        title: 'GPT writes',
        step: 'token',
        config: {},
        goal: 0.4,
        data: 'text',
        flops: 1e6,
      },
      ...{ losses: [4.1, 4.0], missing: { 'torch.compile': 'no compiler' }, otherWork: 0 },
      times: {
        'ours compiled': sampleTiming(0.5, 1),
        'ours eager': sampleTiming(10),
        'torch eager': sampleTiming(1),
      },
    },
  ],
};
