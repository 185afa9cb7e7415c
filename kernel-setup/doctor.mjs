import { command } from './setup/command.mjs';
import { diagnose } from './setup/doctor/diagnose.mjs';
import { prepare } from './setup/prepare.mjs';
import { Problem } from './setup/problem.mjs';

/** `npm run doctor`: what runs here and why, and the command that mends each lack; `-- --retry` tries native TensorFlow again. */
await command(async ([flag]) => {
  if (flag !== undefined && flag !== '--retry')
    throw new Problem(`npm run doctor: expected --retry or nothing, got ${flag}`);
  if (flag) await prepare({ retry: true });
  const findings = await diagnose();
  const width = Math.max(...findings.map(({ what }) => what.length));
  for (const { what, is, good, mend } of findings) {
    console.log(`${good ? '✓' : mend?.optional ? '–' : '✗'} ${what.padEnd(width)}  ${is}`);
    if (mend) console.log(`  ${' '.repeat(width)}  → ${mend.by}`);
  }
  const lessons = findings.every(({ good, mend }) => good || mend?.optional);
  console.log(lessons ? '\nThe lessons can run: npm start' : '\nThe lessons can’t run yet: see ✗ above.');
  return lessons ? 0 : 1;
});
