/** Lets through at most one call in `interval` milliseconds: true where it may happen now. */
export function throttle(interval: number): () => boolean {
  let last = -Infinity;
  return () => {
    const now = performance.now();
    if (now - last < interval) return false;
    last = now;
    return true;
  };
}
