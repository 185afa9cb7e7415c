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
 * A picture with the loss, the held-out metric and the time left is drawn anew in place, at most four times a second.
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
  try {
    for await (const progress of run) {
      history.add(progress);
      if (due()) {
        const svg = trainingFrame(history, options);
        send({ 'image/svg+xml': svg, 'text/plain': trainingText(history, false) }, 'training', {
          id,
          update: shown,
        });
        shown = true;
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
