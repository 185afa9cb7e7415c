import { command } from './setup/command.mjs';
import { prepare } from './setup/prepare.mjs';
import { Problem } from './setup/problem.mjs';
import { seconds } from './setup/report.mjs';
import { stages } from './setup/stages.mjs';

/** `npm test`: every check of the course, one after the other; `npm test -- --only types|lint|jest|conformance|notebooks` runs one. */
await command(async (args) => {
  const from = performance.now();
  const { only, rest } = options(args);
  const { tier, why } = await prepare();
  console.log(`• Backend: ${tier} (${why}).`);
  let [passed, failed] = [0, 0];
  for (const { name, label, run } of stages(tier, rest)) {
    if (only && name !== only) continue;
    console.log(`\n── ${label}`);
    const start = performance.now();
    const result = await run();
    passed += result.passed;
    failed += result.failed;
    console.log(`── ${label}: ${result.passed} passed, ${result.failed} failed, ${seconds(start)}`);
  }
  console.log(`\nAll checks took ${seconds(from)}.\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

function options([flag, only, ...rest]) {
  if (flag === undefined) return { rest: [] };
  const names = ['types', 'lint', 'jest', 'conformance', 'notebooks'];
  if (flag === '--only' && names.includes(only)) return { only, rest };
  throw new Problem(
    `npm test: expected --only ${names.join('|')}, got ${[flag, only].filter(Boolean).join(' ')}`,
  );
}
