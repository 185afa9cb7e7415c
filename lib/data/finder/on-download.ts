/** How far the download of a data set is. */
export interface DownloadProgress {
  /** The data set's name. */
  readonly set: string;
  /** The file that is coming now. */
  readonly file: string;
  /** Bytes so far, all missing files of the set together. */
  readonly received: number;
  /** Bytes of all missing files of the set. */
  readonly total: number;
}

type Listener = (progress: DownloadProgress) => void;

const listeners = new Set<Listener>();

/**
 * Calls `listener` for every piece that a download receives; the display draws its bar from this.
 *
 * @returns a function that ends it
 * @example const stop = onDownload(({ received, total }) => bar.update(received / total));
 */
export function onDownload(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every listener; for the finder. */
export function reportDownload(progress: DownloadProgress): void {
  for (const listener of listeners) listener(progress);
}
