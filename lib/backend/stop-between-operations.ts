import * as tf from '@tensorflow/tfjs';
import { restoreEngine } from './restore-engine';

/**
 * Lets the notebook's stop button reach work on tensors, in whatever package its loop is: between two operations, where
 * tfjs frees what it holds. Does nothing outside of a notebook.
 */
export function stopBetweenOperations(): void {
  const { kernel } = globalThis;
  if (!kernel) return;
  const engine = tf.engine();
  const { startScope } = Object.getPrototypeOf(engine) as typeof engine;
  // Every operation begins here, before it has made anything.
  engine.startScope = (name) => {
    kernel.throwIfInterrupted();
    startScope.call(engine, name);
  };
  // This file is loaded anew when the reader edits it.
  const earlier = kernel.onInterrupt.findIndex((hook) => hook.name === restoreEngine.name);
  if (earlier >= 0) kernel.onInterrupt.splice(earlier, 1);
  kernel.onInterrupt.push(restoreEngine);
}
