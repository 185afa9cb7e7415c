/** What `read` gives; nothing where it throws, as a getter or a trap of a reader's proxy may. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
