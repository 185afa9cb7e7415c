const terminal = process.stdout.isTTY;

/** Seconds, as the reader sees them. */
export const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** A size in the unit that reads best. */
export const size = (bytes) =>
  bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;

/**
 * Shows one step of set-up on one line: what is done, how far it is, how it ended and after how long.
 *
 * @param {string} label what is done, with its size
 * @param {() => Promise<string>} work returns how it ended
 * @param {() => string} [progress] how far it is, asked while it works
 */
export async function step(label, work, progress = () => '') {
  const from = performance.now();
  const now = () => [progress(), seconds(from)].filter(Boolean).join(', ');
  process.stdout.write(`• ${label} … `);
  // A terminal's line is rewritten; a log gets a word now and then.
  const tick = setInterval(
    () => process.stdout.write(terminal ? `\r\x1b[2K• ${label} … ${now()}` : `${now()} … `),
    terminal ? 250 : 10_000,
  );
  const end = (outcome) => {
    clearInterval(tick);
    console.log(`${terminal ? `\r\x1b[2K• ${label} … ` : ''}${outcome} (${seconds(from)})`);
  };
  try {
    const outcome = await work();
    end(outcome);
    return outcome;
  } catch (error) {
    end('failed');
    throw error;
  }
}
