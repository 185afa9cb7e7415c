import { randomUUID } from 'node:crypto';
import type { TrainingProgress } from '../train/training-progress';
import { chartPicture } from './chart-picture';
import { send } from './send';
import { throttle } from './throttle';
import { trainingChart } from './training-chart';
import { trainingFrame } from './training-frame';
import { TrainingHistory } from './training-history';
import type { TrainingOptions } from './training-options';
import { trainingText } from './training-text';

/**
 * Shows a training run while it goes on, and hands every step through.
 *
 * A picture with the loss, the held-out metric and the time left is drawn anew in place, at most four times a second,
 * and whenever the run has something else to say.
 * When the run ends, is stopped or fails, one interactive chart takes its place.
 *
 * @param run what the training loop yields, such as `train(…)`
 * @example for await (const progress of show.training(train(model, optimizer, data, config))) history.push(progress);
 */
export async function* training<P extends TrainingProgress>(
  run: AsyncIterable<P>,
  options: TrainingOptions = {},
): AsyncGenerator<P, void, undefined> {
  const history = new TrainingHistory(options.metric);
  const due = throttle(globalThis.kernel ? 250 : 5000);
  const id = `training-${randomUUID()}`;
  let shown = false;
  let drawn: string | undefined;
  try {
    for await (const progress of run) {
      history.add(progress);
      const { note } = progress;
      // A note is shown at once: what it tells of, such as a wait, may begin with the next step.
      if (due() || note !== drawn) {
        const svg = trainingFrame(history, options);
        const text = trainingText(history, false) + (note && note !== drawn ? `. ${note}` : '');
        send({ 'image/svg+xml': svg, 'text/plain': text }, 'training', { id, update: shown });
        shown = true;
        drawn = note;
      }
      yield progress;
    }
  } finally {
    if (history.loss.length > 0) {
      const text = trainingText(history, true);
      const { bundle, size } = await chartPicture('show.training', trainingChart(history, options), text);
      send(bundle, 'training', { id, update: shown, size });
    }
  }
}
