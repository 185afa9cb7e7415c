import { currentRecording } from './recording';

/** Does work that is no part of the recording under way, if there is one: it won't be repeated. */
export function unrecorded<T>(work: () => T): T {
  const recording = currentRecording();
  if (!recording) return work();
  recording.paused++;
  try {
    return work();
  } finally {
    recording.paused--;
  }
}
